// Whose word counts about where a request came from.
import { BlockList, isIP } from 'node:net'

/** Is this the address of a proxy of ours? */
export type IsOwnProxy = (address: string) => boolean

/** A proxy on this machine is always one of ours: who can speak from here needs no disguise. */
const thisMachine = ['127.0.0.0/8', '::1']

/**
 * Reads the setting PROXIES: addresses and networks (`10.0.0.5, 10.1.0.0/16, fd00::/8`) besides this machine's.
 * Null when one of them is neither.
 */
export function ownProxies(setting: string | undefined): IsOwnProxy | null {
  const named = (setting ?? '').split(',').map((part) => part.trim())
  const list = new BlockList()
  for (const network of [...thisMachine, ...named.filter((part) => part !== '')]) {
    if (!addNetwork(list, network)) return null
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
  }
}

function addNetwork(list: BlockList, network: string): boolean {
  const [address = '', prefix] = network.split('/')
  const version = isIP(address)
  if (version === 0) return false
  const longest = version === 4 ? 32 : 128
  const length = prefix === undefined ? longest : Number(prefix)
  if (prefix === '' || !Number.isInteger(length) || length < 0 || length > longest) return false
  list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6')
  return true
}
