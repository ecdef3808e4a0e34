// Which browser the tests drive: Playwright’s own, or one that an npm package brings, or the system’s.
import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

const run = promisify(execFile)

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Without a network of its own. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
]

export interface FoundBrowser {
  readonly executablePath: string
  readonly args: string[]
}

/** The first that is there and starts; null when none is. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  if (await exists(chromium.executablePath())) return asItIs(chromium.executablePath())
  const packed = await unpackBrowser()
  if (packed !== null) return packed
  for (const executablePath of systemBrowsers) {
    if (await exists(executablePath)) return asItIs(executablePath)
  }
  return null
}

/** Root may not use the sandbox. */
function asItIs(executablePath: string): FoundBrowser {
  return { executablePath, args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet }
}

/**
 * Unpacks into the temporary folder, once. The arguments that the package proposes are for a cloud function: with all
 * pages in one process it breaks under several people, and without web security it is no browser of theirs.
 */
async function unpackBrowser(): Promise<FoundBrowser | null> {
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    // Where a library of the system is missing it would not start.
    await run(executablePath, ['--version'])
    return { executablePath, args: [...quiet, '--headless=shell', '--no-sandbox'] }
  } catch {
    return null
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
