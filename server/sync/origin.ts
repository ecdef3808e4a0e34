/**
 * May a page of this origin open a socket here? Exactly the address that people type; without one, localhost
 * and 127.0.0.1 with the port that the request came to. A request without an Origin is no browser's.
 */
export function isOwnOrigin(
  origin: string | undefined,
  publicUrl: string | undefined,
  port: number | undefined,
): boolean {
  if (origin === undefined) return false
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin
  return origin === `http://localhost:${port}` || origin === `http://127.0.0.1:${port}`
}
