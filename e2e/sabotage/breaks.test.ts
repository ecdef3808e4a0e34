import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { allBreaks } from './all-breaks.ts'
import { broken } from './break.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

it('there is one break of each name', () => {
  const names = allBreaks.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

it.each(allBreaks)('can still be broken: $name', ({ edits, guards }) => {
  const texts = new Map<string, string>()
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? read(edit.file)
    const after = broken(text, edit)
    expect(after).not.toBe(text)
    texts.set(edit.file, after)
  }
  for (const { file } of guards) expect(existsSync(path.join(root, file)), file).toBe(true)
})
