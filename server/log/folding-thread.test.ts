import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import { FoldingThread } from './folding-thread.ts'
import { snapshotOf } from './plan-snapshot.ts'

const thread = new FoldingThread()
afterAll(() => thread.close())

/** A text that was typed letter by letter, and in part erased again. */
function typed(letters: number): Uint8Array[] {
  const doc = openPlanDoc()
  doc.clientID = 5
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  proseOf(doc, 'focus').insert(0, [paragraph])
  for (let n = 0; n < letters; n += 1) {
    if (n % 7 === 6) text.delete(text.length - 1, 1)
    else text.insert(text.length, 'ệ')
  }
  return updates
}

function folded(updates: readonly Uint8Array[]): Y.Doc {
  const doc = openPlanDoc()
  foldInto(doc, updates)
  return doc
}

describe('a folding thread', () => {
  it('[S13] gives what folding here gives, many orders at a time', async () => {
    const plans = [typed(3), typed(500), typed(6_000)]
    const [states, snapshots] = await Promise.all([
      Promise.all(plans.map((updates) => thread.state(updates))),
      Promise.all(plans.map((updates) => thread.snapshot(updates))),
    ])
    for (const [n, updates] of plans.entries()) {
      const here = snapshotOf(folded(updates))
      expect(Buffer.from(states[n] ?? []).equals(here.state)).toBe(true)
      expect(Buffer.from(snapshots[n]?.state ?? []).equals(here.state)).toBe(true)
      expect(Buffer.from(snapshots[n]?.sha256 ?? []).equals(here.sha256)).toBe(true)
    }
  })

  it('[S5] says what is wrong with them, and goes on', async () => {
    const updates = typed(20)
    await expect(thread.state(updates.toSpliced(5, 1))).rejects.toThrow('depends on one')
    await expect(thread.state([Uint8Array.of(1, 2, 3)])).rejects.toThrow()
    expect((await thread.state(updates)).byteLength).toBeGreaterThan(0)
  })

  it('leaves the updates to their owner, and those who wait unharmed when it dies', async () => {
    const dying = new FoldingThread()
    const updates = typed(3_000)
    const before = updates.map((update) => update.byteLength)
    const order = dying.state(updates)
    await dying.close()
    await expect(order).rejects.toThrow('a thread ended')
    expect(updates.map((update) => update.byteLength)).toEqual(before)
    expect((await dying.state(updates)).byteLength).toBeGreaterThan(0)
    await dying.close()
  })

  it('[S13] keeps the others from waiting', async () => {
    const updates = typed(15_000)
    await thread.state(typed(1))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const state = await thread.state(updates)
    const apart = delay.max / 1e6
    delay.reset()
    const began = performance.now()
    folded(updates)
    const here = performance.now() - began
    delay.disable()
    process.stdout.write(
      `folding 15,000 rows · longest stop of the event loop: ${apart.toFixed(0)} ms apart, ${here.toFixed(0)} ms here; state ${state.byteLength} bytes\n`,
    )
    expect(folded([state]).store.clients.size).toBe(1)
  })
})

it('runs as bundled, from a file beside the bundle', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'banviec-fold-'))
  try {
    await writeFile(
      path.join(folder, 'try.ts'),
      `import { FoldingThread } from ${JSON.stringify(path.resolve('server/log/folding-thread.ts'))}
       const thread = new FoldingThread()
       const state = await thread.state([Uint8Array.of(0, 0)])
       process.stdout.write(String(FoldingThread.isAtHand) + state.byteLength)
       await thread.close()`,
    )
    await build({
      entryPoints: {
        try: path.join(folder, 'try.ts'),
        'fold-worker': 'server/log/fold-worker.ts',
      },
      outdir: path.resolve('.build/fold-test'),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
    })
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, [path.resolve('.build/fold-test/try.js')])
    expect(stdout).toBe('true2')
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(path.resolve('.build/fold-test'), { recursive: true, force: true })
  }
})
