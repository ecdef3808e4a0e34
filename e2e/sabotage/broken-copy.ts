// A copy of this repository, as it lies here, in which one thing at a time is broken and tested.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { type Break, broken, type Guard } from './break.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What the guards said. */
export interface Answer {
  readonly passed: readonly string[]
  readonly failed: readonly string[]
  /** For whoever must find out why nothing ran. */
  readonly output: string
}

export interface BrokenCopy {
  /** Makes the edits, runs the guards, and takes the edits back. */
  withBreak(one: Break): Promise<Answer>
  /** Runs guards on what is not broken. */
  whole(guards: readonly Guard[]): Promise<Answer>
  remove(): Promise<void>
}

/** Copies what git knows or would know; packages are linked. */
export async function brokenCopy(): Promise<BrokenCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'banviec-sabotage-'))
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  for (const file of files.split('\0')) {
    if (file !== '') await cp(path.join(root, file), path.join(folder, file), { force: true })
  }
  const made = 'server/db/generated'
  await cp(path.join(root, made), path.join(folder, made), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return {
    whole: (guards) => runGuards(folder, guards),
    withBreak: async ({ edits, guards }) => {
      const originals = new Map<string, string>()
      for (const edit of edits) {
        const file = path.join(folder, edit.file)
        const text = await readFile(file, 'utf8')
        if (!originals.has(file)) originals.set(file, text)
        await writeFile(file, broken(text, edit))
      }
      try {
        return await runGuards(folder, guards)
      } finally {
        for (const [file, text] of originals) await writeFile(file, text)
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
})

/** Each file by itself, for a name belongs to its file. */
async function runGuards(folder: string, guards: readonly Guard[]): Promise<Answer> {
  const answers: Answer[] = []
  for (const guard of guards) answers.push(await runGuard(folder, guard))
  return {
    passed: answers.flatMap(({ passed }) => passed),
    failed: answers.flatMap(({ failed }) => failed),
    output: answers.map(({ output }) => output).join('\n'),
  }
}

async function runGuard(folder: string, { file, name }: Guard): Promise<Answer> {
  const outputFile = path.join(folder, '.build-report.json')
  await rm(outputFile, { force: true })
  const named = name === undefined ? [] : ['-t', name]
  const args = ['run', file, ...named, '--reporter=json', `--outputFile.json=${outputFile}`]
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    cwd: folder,
    env: withoutVitest() as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4_000)
    })
  }
  await once(child, 'close')
  const text = await readFile(outputFile, 'utf8').catch(() => '{"testResults":[]}')
  const results = report
    .parse(JSON.parse(text))
    .testResults.flatMap(({ assertionResults }) => assertionResults)
  const namesOf = (wanted: string) =>
    results.filter(({ status }) => status === wanted).map(({ fullName }) => fullName)
  return { passed: namesOf('passed'), failed: namesOf('failed'), output }
}

/** What the outer run tells its own workers must not reach the inner one. */
function withoutVitest(): Record<string, string | undefined> {
  const own =
    /^(VITEST|VITE_|TEST$|NODE_ENV$|TINYPOOL|TRIAL_SHEET|SEED$|DEV$|PROD$|SSR$|MODE$|BASE_URL$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}
