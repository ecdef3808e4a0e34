import type { Language } from './languages.ts'
import type { vi } from './vi.ts'

/** Makes a key that does not exist a type error: `t('shell.clsoe')`. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof vi
  }
}
