/**
 * A text that no spreadsheet takes for a formula, also once it was saved as CSV and opened again: what begins as one
 * has an apostrophe before it (OWASP, CSV Injection). A dash before a space or alone is a dash.
 */
export function safeText(text: string): string {
  return /^(?:[=+@\t\r\n]|-(?!\s|$))/u.test(text) ? `'${text}` : text
}
