// The only reader of process.env. Everything that a person may set from outside, with its meaning and bounds.
import { z } from 'zod'
import { ownProxies } from './http/own-proxies.ts'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  /** The address that people type. Not set: localhost and 127.0.0.1 with the port. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses and networks of proxies whose word about the sender counts, besides this machine's own. */
  PROXIES: z
    .string()
    .refine((text) => ownProxies(text) !== null)
    .optional(),
  SAMPLE: z.enum(['auto', 'off']).default('auto'),
  SAMPLE_PASSWORD: z.string().min(8).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  /** `off`: nodes learn of each other by asking the database each second and never by its NOTIFY. */
  NOTIFY: z.enum(['on', 'off']).default('on'),
  /** Where mail leaves, `smtp://` or `smtps://` with user and password; not set: no mail. With `MAIL_FROM`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender that people see: `banviec@xa.example` or `Bàn Việc <banviec@xa.example>`. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n@]*[^\s@<]+@[^\s@<>]+>?$/)
    .optional(),
})

export type Env = z.infer<typeof schema>

/** Before the database is up and the secret is at hand, these two may be missing. */
const startSchema = schema.partial({ DATABASE_URL: true, AUTH_SECRET: true })
export type StartEnv = z.infer<typeof startSchema>

/** The settings, checked. Throws a plain error that names each bad variable and never prints a value. */
export function readEnv(): Env {
  return check(schema)
}

/** The settings as the person gave them, before `settleEnv` fills in what was found or made. */
export function readStartEnv(): StartEnv {
  return check(startSchema)
}

/** Makes what was found at the start the settings of the whole process, Next's own copy of our code included. */
export function settleEnv(found: Readonly<Record<string, string>>): Env {
  Object.assign(process.env, found)
  return readEnv()
}

function check<T>(wanted: z.ZodType<T>): T {
  // An empty variable, as a compose file writes it, means "not set".
  const given = Object.entries(process.env).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const parsed = wanted.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  throw new BadSettings(parsed.error.issues.map((issue) => issue.path.join('.')))
}

/** Variables that cannot be understood, by name. */
export class BadSettings extends Error {
  readonly variables: readonly string[]

  constructor(variables: readonly string[]) {
    super(`settings: ${variables.join(', ')}`)
    this.name = 'BadSettings'
    this.variables = variables
  }
}
