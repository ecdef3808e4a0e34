/**
 * Calls `look` every so many milliseconds while the page is looked at, and at once when it is looked at again; until the
 * way to stop that it returns is called.
 */
export function lookAgain(look: () => void, everyMs: number): () => void {
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') look()
  }
  const timer = setInterval(lookIfSeen, everyMs)
  document.addEventListener('visibilitychange', lookIfSeen)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', lookIfSeen)
  }
}
