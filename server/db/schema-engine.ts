// Prisma's schema engine as WebAssembly: it plans and applies migrations without a downloaded binary.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'

type SchemaEngine = bindings.SchemaEngine

export interface OpenedEngine {
  readonly engine: SchemaEngine
  /** What PostgreSQL said about the last script that it refused; the engine's own error leaves it out. */
  scriptError(): unknown
}

/**
 * An engine that speaks through `pool`. Give it a pool of one connection: the engine counts on session state.
 * Free it when done.
 */
export async function openSchemaEngine(pool: pg.Pool): Promise<OpenedEngine> {
  await instantiate()
  const adapter = new WholeScriptPg(pool)
  const factory = bindMigrationAwareSqlAdapterFactory(adapter)
  const quiet = () => undefined
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, quiet, factory)
  return { engine, scriptError: () => adapter.scriptError }
}

/**
 * The stock adapter cuts a script at every semicolon, also inside a function body. PostgreSQL takes the whole
 * script as one simple query, which makes each migration one transaction as well.
 */
class WholeScriptPg extends PrismaPg {
  readonly #pool: pg.Pool
  scriptError: unknown

  constructor(pool: pg.Pool) {
    super(pool)
    this.#pool = pool
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script: string) => {
      try {
        await this.#pool.query(script)
      } catch (error) {
        this.scriptError = error
        throw error
      }
    }
    return adapter
  }
}

let ready: Promise<void> | undefined

/** Node cannot import WebAssembly as a module yet, so the two halves are joined by hand, once. */
function instantiate(): Promise<void> {
  ready ??= (async () => {
    const gluePath = createRequire(import.meta.url).resolve(
      '@prisma/schema-engine-wasm/schema_engine_bg',
    )
    const bytes = await readFile(gluePath.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': withoutLingering(bindings as unknown as WebAssembly.ModuleImports),
    })
    const glue = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
    glue.__wbg_set_wasm(instance.exports)
    const start = instance.exports['__wbindgen_start']
    if (typeof start !== 'function') throw new Error('the schema engine has no entry point')
    start()
  })()
  return ready
}

/** The engine's time-out for its lock is never cleared and would hold a finished process for 10 s. */
function withoutLingering(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const entries = Object.entries(imports).map(([name, value]) => {
    if (!name.startsWith('__wbg_setTimeout') || typeof value !== 'function') return [name, value]
    const arm = value as (...args: unknown[]) => NodeJS.Timeout
    return [name, (...args: unknown[]) => arm(...args).unref()]
  })
  return Object.fromEntries(entries)
}
