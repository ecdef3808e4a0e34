import { env } from 'node:process'

/** The seed that somebody wants to see again, from SEED. */
export function seedOfEnvironment(): number | null {
  const asked = env['SEED']
  return asked === undefined ? null : Number(asked)
}
