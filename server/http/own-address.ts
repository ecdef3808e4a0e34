// Under which names this server answers. Everything else that names a host is foreign.

export interface OwnAddress {
  /** Exact values of the Host header, lower case. */
  readonly hosts: ReadonlySet<string>
  /** Exact values of the Origin header. */
  readonly origins: ReadonlySet<string>
  /** People come by https. */
  readonly secure: boolean
}

/** PUBLIC_URL when it is set, else this machine's own names with the port that is listened on. */
export function ownAddress(publicUrl: string | undefined, port: number): OwnAddress {
  const urls =
    publicUrl === undefined
      ? ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${port}`))
      : [new URL(publicUrl)]
  return {
    hosts: new Set(urls.map((url) => url.host)),
    origins: new Set(urls.map((url) => url.origin)),
    secure: urls.some((url) => url.protocol === 'https:'),
  }
}
