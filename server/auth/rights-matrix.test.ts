import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { adviceActSchema } from '#domain/advice/advice-act.ts'
import { recordActSchema } from '#domain/record/record-act.ts'
import { frameType } from '#domain/wire.ts'
import {
  actions,
  acts,
  framesFromServer,
  framesToServer,
  pages,
  recordActs,
  routes,
} from './rights-matrix.ts'

const app = path.join(process.cwd(), 'app')
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.split(path.sep).join('/'),
)

/** The address of a folder of the app: its groups are no part of it. */
function addressOf(file: string): string {
  const folders = file.split('/').slice(0, -1)
  return `/${folders.filter((name) => !name.startsWith('(')).join('/')}`
}

function source(file: string): string {
  return readFileSync(path.join(app, file), 'utf8')
}

/** Names that a file exports, as functions or under another name. */
function exportsOf(file: string): string[] {
  const text = source(file)
  const functions = [...text.matchAll(/^export (?:async )?function (\w+)/gm)]
  const renamed = [...text.matchAll(/(\w+)(?=\s*[,}])/g)].filter(({ index }) =>
    /export \{[^}]*$/.test(text.slice(0, index)),
  )
  return [...functions, ...renamed].map((match) => match[1] ?? '')
}

function beginnings(names: Iterable<string>): string[] {
  return [...new Set([...names].map((name) => name.split(/[ :]/)[0] ?? ''))].sort()
}

describe('[Q19] the table of rights lists', () => {
  it('every page', () => {
    const found = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(addressOf)
    expect(Object.keys(pages).sort()).toEqual(found.sort())
  })

  it('every route, with each of its methods', () => {
    const found = files
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .flatMap((file) => exportsOf(file).map((method) => `${method} ${addressOf(file)}`))
    expect(found.length).toBeGreaterThan(5)
    expect(Object.keys(routes).sort()).toEqual(found.sort())
  })

  it('every server action, and there are none outside files of actions', () => {
    const withDirective = files
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /^\s*['"]use server['"]/m.test(source(file)))
    expect(withDirective.filter((file) => !file.endsWith('/actions.ts'))).toEqual([])
    const found = withDirective.flatMap(exportsOf)
    expect(Object.keys(actions).sort()).toEqual(found.sort())
  })

  it('every act', () => {
    const kinds = adviceActSchema.options.map(({ shape }) => shape.kind.value)
    expect(beginnings(Object.keys(acts))).toEqual([...kinds].sort())
  })

  it('every act of finalising', () => {
    const kinds = recordActSchema.options.map(({ shape }) => shape.kind.value)
    expect(Object.keys(recordActs).sort()).toEqual([...kinds].sort())
  })

  it('every frame, both ways', () => {
    const names = Object.keys(frameType).sort()
    expect(beginnings(Object.keys(framesToServer))).toEqual(names)
    const answered = [...Object.keys(framesFromServer), 'queryAwareness']
    expect(beginnings(answered)).toEqual(names)
  })
})
