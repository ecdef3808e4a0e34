import type { Theme } from './themes.ts'

/** Draws this page in a theme now, before the server has remembered it. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
