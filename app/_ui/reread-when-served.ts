/** Between two questions whether the server is there, and how long one waits for its answer, in milliseconds. */
const pauseMs = 5_000
const patienceMs = 15_000

/**
 * Calls `reread` once the server answers that it is well, and asks until then or until `signal` ends it. Next replaces
 * the page by the browser's own error page when it reads it again and gets no answer, or one that is not 200
 * (`fetch-server-response.js` in next 16.4), and whatever was typed is gone with it.
 */
export async function rereadWhenServed(
  reread: () => void,
  signal: AbortSignal,
  ask: () => Promise<boolean> = isServed,
  pause: number = pauseMs,
): Promise<void> {
  while (!signal.aborted) {
    if (await ask()) {
      if (!signal.aborted) reread()
      return
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function isServed(): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMs)
  const asked = fetch('/api/health', { method: 'HEAD', cache: 'no-store', signal })
  return asked.then(({ ok }) => ok).catch(() => false)
}
