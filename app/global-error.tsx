'use client'
import { Button } from './_ui/button.tsx'
import en from './_words/en/shell.json' with { type: 'json' }
import vi from './_words/vi/shell.json' with { type: 'json' }
import './globals.css'

/** Even the frame failed, so nobody knows the reader's language: both are said. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="vi">
      <body>
        <title>{vi.error.title}</title>
        <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-3 px-4">
          <h1 className="text-lg">{vi.error.title}</h1>
          <p className="text-ink-2">{vi.error.text}</p>
          <p className="text-ink-2" lang="en">
            {en.error.text}
          </p>
          {error.digest && <p className="text-sm">{error.digest}</p>}
          <div>
            <Button kind="primary" onClick={reset}>
              {vi.error.retry} · <span lang="en">{en.error.retry}</span>
            </Button>
          </div>
        </main>
      </body>
    </html>
  )
}
