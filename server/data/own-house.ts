import 'server-only'
import { readEnv } from '../env.ts'
import { houseAddress } from '../house-address.ts'

/** The address at which people find this house, for what is printed. */
export function ownHouse(): string {
  return houseAddress(readEnv())
}
