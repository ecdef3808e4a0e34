// The only reader of process.env. Everything that a person may set from outside, with its meaning and bounds.
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  /** The address that people type. Not set: localhost and 127.0.0.1 with the port. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SAMPLE: z.enum(['auto', 'off']).default('auto'),
  SAMPLE_PASSWORD: z.string().min(8).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
})

export type Env = z.infer<typeof schema>

/** The settings, checked. Throws a plain error that names each bad variable and never prints a value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // An empty variable, as a compose file writes it, means "not set".
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== '')
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`settings: ${names.join('; ')}`)
}
