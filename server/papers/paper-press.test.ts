import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { recordProof } from '#domain/papers/record-proof.ts'
import { canonicalJson, sha256Hex } from '#domain/record/canonical-json.ts'
import { type FormKind, formKinds } from '#domain/record/month-record.ts'
import { paragraph, proseOf } from '#domain/testing/build-prose-json.ts'
import { buildRecord } from '#domain/testing/build-record.ts'
import { paperFonts } from './paper-fonts.ts'
import { type PaperFile, paperFiles } from './paper-order.ts'
import { PaperPress } from './paper-press.ts'
import { safeText } from './safe-text.ts'
import { isRequired } from './testing/required-programs.ts'

// Three libraries are loaded, and LibreOffice begins slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const house = 'https://banviec.example'
const press = new PaperPress()
const folder = mkdtempSync(path.join(tmpdir(), 'banviec-papers-'))
const isHere = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined
const hasPoppler = isHere('pdftotext', '-v') && isHere('pdffonts', '-v')
const hasOffice = isHere('soffice', '--version')

const record = buildRecord()
const customer = { line: 'somebody' }
const kept = keep(record)

function keep(value: ReturnType<typeof buildRecord>) {
  const json = canonicalJson(value)
  return { json, sha256: sha256Hex(json), code: '7F3A91C2K4MN' }
}

const drawn = new Map<string, Uint8Array>()
const file = (kind: FormKind, ending: PaperFile) => path.join(folder, `${kind}.${ending}`)
const paperOf = (kind: FormKind) => makePaper(record, record.forms[kind], recordProof(kept, house))

beforeAll(async () => {
  for (const kind of formKinds) {
    for (const ending of paperFiles) {
      const bytes = await press.draw(kept, record.forms[kind], ending, house, customer)
      drawn.set(`${kind}.${ending}`, bytes)
      writeFileSync(file(kind, ending), bytes)
    }
  }
})
afterAll(async () => {
  await press.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that a paper says, in the order of reading; without what stands on every page. */
function saidBy({ head, title, blocks, signature, proof }: Paper): string[] {
  return [
    head.above,
    head.issuer,
    '*',
    head.number,
    head.party,
    head.date,
    ...(head.mark === null ? [] : [head.mark]),
    title.kind,
    ...title.about,
    ...(title.remark === null ? [] : [title.remark]),
    '-----',
    ...blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')]
      return [...block.head, ...block.rows.map(({ cells }) => cells)].flat().map(({ text }) => text)
    }),
    signature.recipientsHead,
    ...signature.recipients,
    signature.onBehalf,
    signature.office,
    signature.name,
    ...(proof?.words ?? []),
  ]
}

const bare = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')
const onOneLine = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ')

it('[F54] the same record gives the same bytes, in every form and as every file', async () => {
  for (const [name, bytes] of drawn) {
    const [kind, ending] = name.split('.') as [FormKind, PaperFile]
    const second = await press.draw(kept, record.forms[kind], ending, house, customer)
    expect(Buffer.compare(second, bytes), name).toBe(0)
  }
})

it('[F54] a form that there never was fails, and the press goes on', async () => {
  await expect(press.draw(kept, 'plan-0', 'pdf', house, customer)).rejects.toThrow('no form plan-0')
  expect((await press.draw(kept, 'tasks-1', 'xlsx', house, customer)).byteLength).toBeGreaterThan(
    1000,
  )
})

describe('PDF', () => {
  it.runIf(isRequired('poppler'))('can be looked at here', () => {
    expect(hasPoppler, 'REQUIRE says that poppler-utils is here').toBe(true)
  })

  it.skipIf(!hasPoppler).each(formKinds)(
    '[F55] %s holds every name, with its marks, in order',
    (kind) => {
      // As it is written, column after column; a reader's own order would part the columns.
      const text = execFileSync('pdftotext', ['-raw', file(kind, 'pdf'), '-'], { encoding: 'utf8' })
      expect(text).toBe(text.normalize('NFC'))
      let from = 0
      const all = bare(text)
      for (const words of saidBy(paperOf(kind)).map(bare)) {
        const at = all.indexOf(words, from)
        expect(
          at,
          `${words} after ${all.slice(Math.max(0, from - 40), from)}`,
        ).toBeGreaterThanOrEqual(0)
        from = at + words.length
      }
    },
  )

  it.skipIf(!hasPoppler).each(formKinds)('[F55] %s has its faces in it, and no others', (kind) => {
    const lines = execFileSync('pdffonts', [file(kind, 'pdf')], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+Tinos-\S+ .* yes yes yes /)
  })

  it.skipIf(!hasPoppler)(
    '[F53] a long table has its head on each page, and pages their numbers',
    async () => {
      const { content } = record
      const groups = Array.from({ length: 60 }, (_, index) => ({
        ...content.groups[0],
        id: `g${index}`,
        name: `Nhóm ${index + 1}`,
      })) as typeof content.groups
      const long = keep(buildRecord({ content: { ...content, groups } }))
      const name = path.join(folder, 'long.pdf')
      writeFileSync(name, await press.draw(long, 'plan-1', 'pdf', house, customer))
      const pages = execFileSync('pdftotext', ['-raw', name, '-'], { encoding: 'utf8' })
        .split('\f')
        .slice(0, -1)
        .map(onOneLine)
      expect(pages.length).toBeGreaterThan(2)
      expect(
        pages.filter((page) => page.includes('Đảng viên phụ trách Nội dung hỗ trợ')).length,
      ).toBeGreaterThan(1)
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`mã đối chiếu 7F3A-91C2-K4MN, trang ${index + 1}/${pages.length}`)
      }
    },
  )
})

describe('DOCX', () => {
  it.runIf(isRequired('libreoffice'))('can be opened here', () => {
    expect(hasOffice, 'REQUIRE says that LibreOffice is here').toBe(true)
  })

  it.skipIf(!hasOffice)(
    '[F55] LibreOffice reads in it what the papers say, all of it and in order',
    () => {
      execFileSync('soffice', [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        ...formKinds.map((kind) => file(kind, 'docx')),
      ])
      for (const kind of formKinds) {
        const text = readFileSync(path.join(folder, `${kind}.txt`), 'utf8').replace('\u{feff}', '')
        expect(bare(text), kind).toBe(bare(saidBy(paperOf(kind)).join('')))
      }
    },
  )
})

it.skipIf(!hasOffice || !hasPoppler)(
  '[F97] DOCX has as many pages as PDF, in letters of the same measures',
  () => {
    const fonts = path.join(folder, 'fonts.conf')
    writeFileSync(fonts, fontsLikeOurs())
    const asPdf = path.join(folder, 'docx-as-pdf')
    execFileSync('env', [
      `FONTCONFIG_FILE=${fonts}`,
      ...['soffice', '--headless', `-env:UserInstallation=file://${folder}/office`],
      ...['--convert-to', 'pdf', '--outdir', asPdf],
      ...formKinds.map((kind) => file(kind, 'docx')),
    ])
    for (const kind of formKinds) {
      expect(pagesOf(path.join(asPdf, `${kind}.pdf`)), kind).toBe(pagesOf(file(kind, 'pdf')))
    }
    expect(pagesOf(file('plan', 'pdf'))).toBe(2)
  },
)

/** Lends a machine without Times New Roman the Tinos of the PDF, whose measures are the same. */
function fontsLikeOurs(): string {
  const faces = path.dirname(path.dirname(paperFonts().normal))
  return `<fontconfig><dir>${faces}</dir><cachedir>${folder}/faces</cachedir><match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>`
}

function pagesOf(pdf: string): number {
  const said = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
  return Number(/^Pages:\s+(\d+)$/mu.exec(said)?.[1])
}

describe('XLSX', () => {
  it('[F55] another library reads back what the tables say: numbers as numbers, days as days', async () => {
    for (const kind of formKinds) {
      const sheets = await readSheets(file(kind, 'xlsx'))
      for (const block of paperOf(kind).blocks) {
        if (block.kind !== 'table') continue
        const sheet = sheets.find((each) => each.sheet === block.name.slice(0, 31))
        const read = (sheet?.data ?? [])
          .slice(-block.rows.length)
          .map((row) => row.filter((cell) => cell !== null && cell !== ''))
        expect(read).toEqual(
          block.rows.map(({ cells }) =>
            cells
              .map(({ text, value }) =>
                typeof value === 'object'
                  ? new Date(`${value.day}T00:00:00Z`)
                  : (value ?? safeText(text)),
              )
              .filter((value) => value !== ''),
          ),
        )
      }
    }
  })

  it('[F56] what begins like a formula is text, here and after a detour over CSV', async () => {
    const { content } = record
    const sly = ['=HYPERLINK("http://x","y")', '+1+1', '@SUM(A1)', '-2+3', '\t=1', '- việc']
    const tasks = sly.map((title, index) => ({ ...content.tasks[0], id: `s${index}`, title }))
    const bad = {
      ...content,
      tasks: tasks as typeof content.tasks,
      prose: { ...content.prose, review: proseOf(paragraph('=1+1')) },
    }
    const bytes = await press.draw(
      keep(buildRecord({ content: bad })),
      'plan-1',
      'xlsx',
      house,
      customer,
    )
    const sheets = await readSheets(Buffer.from(bytes))
    const cells = sheets
      .flatMap(({ data }) => data.flat())
      .filter((cell) => typeof cell === 'string')
    expect(
      cells.filter((cell) => /^(?:[=+@\t\r]|-(?![\s]|$))/u.test(cell) && cell !== '-----'),
    ).toEqual([])
    expect(cells).toContain(`'=HYPERLINK("http://x","y")`)
    expect(cells).toContain('- việc')
  })
})
