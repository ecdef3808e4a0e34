import { useTranslations } from 'next-intl'
import type { LateChange } from '#domain/late/late-view.ts'
import { useEntryWords } from '../_history/use-entry-words.ts'

/** What a late change is about, in one line that begins with a capital. */
export function useLateWords(): (change: LateChange) => string {
  const t = useTranslations('late')
  const { what } = useEntryWords()
  return (change) => {
    switch (change.kind) {
      case 'words':
        return t('words')
      case 'nothing':
        return t('nothing')
      default:
        return capital(what(change))
    }
  }
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}
