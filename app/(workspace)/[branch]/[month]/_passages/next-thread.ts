/**
 * Which of several threads about the same letters a click leads to: the first, and with each further click the one
 * after the thread that is looked at, so that all can be reached. Null when there are none.
 */
export function nextThread(threadIds: readonly string[], chosen: string | null): string | null {
  const at = chosen === null ? -1 : threadIds.indexOf(chosen)
  return threadIds[(at + 1) % threadIds.length] ?? null
}
