// How much a light page weighs, and how soon it can be read on a weak line.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, phone, test } from './light-page.ts'

const built = path.resolve(import.meta.dirname, '../.next')
/** Bytes of JavaScript, gzipped, above what Next loads for an empty page. */
const most = 50_000
/** What stands in the text of parts that a light page must not carry, by name. */
const heavy: Readonly<Record<string, string>> = {
  yjs: 'Yjs was already imported',
  prosemirror: 'ProseMirror',
  zod: '~standard',
}

test.describe('[Q45] the scripts of the light pages', () => {
  const pages = lightPages()

  test('the pages are found', () => {
    expect(pages.length).toBeGreaterThanOrEqual(8)
  })

  for (const page of pages) {
    test(`${page} carries little and nothing heavy`, () => {
      const scripts = scriptsOf(page)
      const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
      process.stdout.write(`${page}: ${(bytes / 1000).toFixed(1)} kB gzipped above an empty page\n`)
      expect(bytes).toBeLessThanOrEqual(most)
      expect(heavyPartsIn(scripts)).toEqual([])
    })
  }

  test('the board carries what they must not, so that this can fail', () => {
    const scripts = scriptsOf('(workspace)/[branch]/[month]/plan')
    expect(heavyPartsIn(scripts)).toEqual(Object.keys(heavy))
  })
})

test.describe('on a weak line', () => {
  test.use({ ...phone, serviceWorkers: 'block' })

  test('[Q46] the first page is readable soon, also the first time', async ({
    hamlet,
    page,
    signIn,
    openAs,
  }) => {
    test.setTimeout(120_000)
    await signIn(page, hamlet.cadre.username)
    // A colleague without the weak line, to tell the line from the machine.
    const [near] = (await openAs([hamlet.cadre.username])) as [Page]
    await timeToRead(near, '/my')
    const machine = await timeToRead(near, '/my')
    await slowDown(page)
    const cold = await timeToRead(page, '/my')
    await page.waitForLoadState('networkidle')
    const warm = await timeToRead(page, '/my')
    process.stdout.write(
      `400 kbit/s, 400 ms: readable after ${cold} ms cold, ${warm} ms warm; without the line ${machine} ms\n`,
    )
    // The promise is 5 s and 2 s; a machine that does everything else meanwhile gets five times that.
    expect(cold).toBeLessThan(25_000)
    expect(warm).toBeLessThan(10_000)
  })
})

function lightPages(): string[] {
  const root = path.join(built, 'server/app')
  const files = readdirSync(path.join(root, '(light)'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('page_client-reference-manifest.js'))
    .map((file) => path.join('(light)', path.dirname(file)))
    .sort()
}

/** The text of every script that a page's frames and the page itself load, without the framework's own. */
function scriptsOf(page: string): string[] {
  const text = readFileSync(
    path.join(built, 'server/app', page, 'page_client-reference-manifest.js'),
    'utf8',
  )
  const scope: { __RSC_MANIFEST?: Record<string, { entryJSFiles: Record<string, string[]> }> } = {}
  vm.runInNewContext(text, { globalThis: scope })
  const manifest = Object.values(scope.__RSC_MANIFEST ?? {})[0]
  const { rootMainFiles } = JSON.parse(
    readFileSync(path.join(built, 'build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[] }
  const files = new Set(Object.values(manifest?.entryJSFiles ?? {}).flat())
  for (const file of rootMainFiles) files.delete(file)
  expect(files.size).toBeGreaterThan(0)
  return [...files].map((file) => readFileSync(path.join(built, file), 'utf8'))
}

function heavyPartsIn(scripts: readonly string[]): string[] {
  return Object.keys(heavy).filter((name) =>
    scripts.some((script) => script.includes(heavy[name] ?? '')),
  )
}

/** 400 kbit/s and 400 ms, as browsers' own tools call slow 3G. */
async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  })
}

/** Milliseconds from asking for a page until its list is painted. */
async function timeToRead(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: 'Chi bộ tôi hỗ trợ' })).toBeVisible({
    timeout: 60_000,
  })
  // Painted, and not only there: the first paint comes after the styles.
  const paint = await page.waitForFunction(
    () =>
      performance.getEntriesByName('first-contentful-paint').length > 0 ? performance.now() : null,
    undefined,
    { timeout: 60_000 },
  )
  return Math.round((await paint.jsonValue()) ?? Number.POSITIVE_INFINITY)
}
