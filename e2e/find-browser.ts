// Which browser the tests drive: Playwright's own, the system's, or the one that an npm package brings.
import { access } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

export interface FoundBrowser {
  readonly executablePath: string
  readonly args: string[]
}

/** The first that is there; null when none is. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  for (const executablePath of [chromium.executablePath(), ...systemBrowsers]) {
    if (await exists(executablePath)) return { executablePath, args: quiet() }
  }
  return unpackBrowser()
}

/** Without a network of its own. Root may not use the sandbox. */
function quiet(): string[] {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-quic',
    '--no-first-run',
  ]
  return process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args
}

/** Unpacks into the temporary folder, once. */
async function unpackBrowser(): Promise<FoundBrowser | null> {
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    return { executablePath, args: [...packed.args, ...quiet()] }
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
