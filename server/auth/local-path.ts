/** Path and query of an address, and never another host: where to go after signing in. "/" for garbage. */
export function localPath(address: unknown): string {
  if (typeof address !== 'string' || address.length > 500) return '/'
  try {
    const url = new URL(address, 'http://here.invalid')
    return `${url.pathname.replace(/^\/+/, '/')}${url.search}`
  } catch {
    return '/'
  }
}
