// npm run build: what npm start builds, without starting.
import { checkNode } from './setup/check-node.mjs'

checkNode()
const { prepare } = await import('./setup/prepare.mjs')
await prepare()
