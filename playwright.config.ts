import { defineConfig } from '@playwright/test'
import { errorText } from './domain/error-texts.ts'
import { findBrowser } from './e2e/find-browser.ts'

const browser = await findBrowser()
if (browser === null) {
  process.stderr.write(
    `${errorText('browserMissing', 'vi')}\n${errorText('browserMissing', 'en')}\n`,
  )
  process.exit(1)
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.build/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '.build/playwright.json' }]],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    // With pictures of every page at every moment the whole takes a third longer.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
  },
})
