// npm start: from a fresh clone to a running server. Plain JavaScript without a dependency, for nothing is
// installed yet; each step is skipped when it is done already.
import { checkNode } from './setup/check-node.mjs'

checkNode()
const { prepare } = await import('./setup/prepare.mjs')
await prepare()
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
await import('../.build/server.js')
