import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordFor } from '#server/data/record/records.ts'
import { type FinalisingStage, openFinalisingStage } from './finalising-stage.ts'

const script = path.resolve(import.meta.dirname, '../../../docs/record-hash.mjs')
const run = promisify(execFile)

let stage: FinalisingStage
let folder: string
beforeAll(async () => {
  stage = await openFinalisingStage()
  folder = await mkdtemp(path.join(tmpdir(), 'banviec-hash-'))
})
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

it('[F3] the script of the docs works the printed hash out from the exported JSON, and sees one letter that is another', async () => {
  const secretary = await stage.official('secretary')
  const month = await stage.newMonth(secretary)
  await month.act(secretary, {
    kind: 'justify',
    checkKey: 'k',
    words: '“Đường sạt”, 3 ngày \u{1F33E}',
  })
  const id = await month.finalise(secretary)
  const { stored, record } = await recordFor(stage.database, secretary.asker, id)
  const file = path.join(folder, `${id}.json`)
  // However the file was laid out on its way.
  for (const text of [stored.json, JSON.stringify(record, null, 2)]) {
    await writeFile(file, text)
    expect((await run(process.execPath, [script, file])).stdout.trim()).toBe(stored.sha256)
  }
  await writeFile(file, stored.json.replace('"Nhóm 1"', '"Nhóm 7"'))
  const forged = await run(process.execPath, [script, file]).catch((error: unknown) => error)
  expect(forged).toMatchObject({ code: 1 })
  expect(Object(forged).stdout.trim()).not.toBe(stored.sha256)
})
