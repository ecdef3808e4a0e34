'use client'
import { ErrorPage } from './_ui/error-page.tsx'

/** A page that failed; what is said to be saved is in the database and not lost. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <ErrorPage digest={error.digest} retry={reset} />
}
