'use client'
import { useLookAgain } from '#app/_ui/use-look-again.ts'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'

const everyMs = 60_000

/** Keeps a page of rows fresh: each minute while it is looked at, and at once when it is looked at again. */
export function FreshPage() {
  useLookAgain(useRereadPage(), everyMs)
  return null
}
