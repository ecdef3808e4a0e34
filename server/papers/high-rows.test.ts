import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import type { RecordTaskContent } from '#domain/record/record-content.ts'
import { buildRecord } from '#domain/testing/build-record.ts'
import { drawDocx } from './draw-docx.ts'
import { drawPdf } from './draw-pdf.ts'
import { isRequired } from './testing/required-programs.ts'

// LibreOffice begins slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'banviec-high-rows-'))
const isHere = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined
const hasPoppler = isHere('pdftotext', '-v')
const hasOffice = isHere('soffice', '--version')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const record = buildRecord()
const { content } = record
/** Words that are told apart wherever a page ends between them; without marks, which a face put in for another parts. */
const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(3, '0')}`)
const doers = numbered('Lan', 60)
const words = numbered('trong', 250)

/** The paper of a month in which the task at this place has a result of 2,000 letters and 60 doers. */
function highPaper(form: string, place: number): Paper {
  const change = (task: RecordTaskContent, index: number): RecordTaskContent =>
    index === place
      ? { ...task, status: 'done', result: words.join(' '), doers: doers.map((_, i) => `n${i}`) }
      : task
  const [first] = content.members
  if (!first) throw new Error('nobody')
  const more = doers.map((name, index) => ({ ...first, id: `n${index}`, name, office: null }))
  const high = {
    ...content,
    members: [...content.members, ...more],
    tasks: content.tasks.map(change),
  }
  return makePaper(buildRecord({ content: high }), form, null)
}

function pagesOf(file: string): string[] {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1)
    .map(bare)
}

/** The paper with its last paragraph this long: it stays with the names, as far as they fit on a page. */
function wordyPaper(): Paper {
  const paper = makePaper(record, 'plan-1', null)
  const last = paper.blocks.at(-1)
  if (last?.kind !== 'paragraph') throw new Error('no last words')
  const long = { ...last, runs: [{ text: numbered('cho', 1200).join(' ') }] }
  return { ...paper, blocks: [...paper.blocks.slice(0, -1), long] }
}

const bare = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')
const expected = (form: string) => (form === 'tasks-1' ? [...words, ...doers] : doers)
const high = [
  ['tasks-1', 0],
  ['tasks-1', 4],
  ['tasks-1', 7],
  ['plan-1', 0],
  ['plan-1', 7],
] as const

it.runIf(isRequired('poppler'))('PDF can be looked at here', () => {
  expect(hasPoppler, 'REQUIRE says that poppler-utils is here').toBe(true)
})

describe('[F60] a row that is higher than a page', () => {
  it.skipIf(!hasPoppler).each(high)('is whole in the PDF of %s, task %i', async (form, place) => {
    const file = path.join(folder, `${form}-${place}.pdf`)
    writeFileSync(file, await drawPdf(highPaper(form, place)))
    const pages = pagesOf(file)
    const all = pages.join('')
    expect(expected(form).filter((word) => !all.includes(word))).toEqual([])
    // The other rows stand each on one page, the title with the number before it.
    for (const [index, { title }] of content.tasks.entries()) {
      if (index === place) continue
      const row = `${index + 1}${bare(title)}`
      expect(pages.filter((page) => page.includes(row)).length, row).toBe(1)
    }
    const { stderr } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    expect(stderr).toBe('')
  })

  it.skipIf(!hasOffice || !hasPoppler)('is whole in a DOCX that LibreOffice prints', async () => {
    const names = high.map(([form, place]) => [form, `${form}-${place}-docx`, place] as const)
    for (const [form, name, place] of names) {
      writeFileSync(path.join(folder, `${name}.docx`), await drawDocx(highPaper(form, place)))
    }
    execFileSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/office`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...names.map(([, name]) => path.join(folder, `${name}.docx`)),
    ])
    for (const [form, name] of names) {
      const all = pagesOf(path.join(folder, `${name}.pdf`)).join('')
      expect(
        expected(form).filter((word) => !all.includes(word)),
        name,
      ).toEqual([])
    }
  })
})

it.skipIf(!hasPoppler)(
  '[F60] last words longer than a page are whole, and so are the names',
  async () => {
    const file = path.join(folder, 'wordy.pdf')
    writeFileSync(file, await drawPdf(wordyPaper()))
    const all = pagesOf(file).join('')
    expect(numbered('cho', 1200).filter((word) => !all.includes(word))).toEqual([])
    expect(all).toContain(bare(wordyPaper().signature.name))
  },
)

it('[F60] a paper that would lack something is not drawn', async () => {
  const paper = makePaper(record, 'tasks-1', null)
  const [table] = paper.blocks
  if (table?.kind !== 'table') throw new Error('no table')
  const endless = { ...table, head: [table.head[0]?.map(() => ({ text: words.join(' ') })) ?? []] }
  await expect(drawPdf({ ...paper, blocks: [endless] })).rejects.toThrow('found no place on a page')
})
