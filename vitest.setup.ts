// A test that makes the code print an error or a warning has found something, unless it says that it expects it
// by a spy of its own.
import { beforeEach, vi } from 'vitest'

beforeEach(() => {
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...printed: unknown[]) => {
      throw new Error(`console.${method} in a test: ${printed.map(String).join(' ')}`)
    })
  }
})
