'use client'
import { useRouter } from 'next/navigation'
import { useLookAgain } from '#app/_ui/use-look-again.ts'

const everyMs = 60_000

/** Keeps a page of rows fresh: each minute while it is looked at, and at once when it is looked at again. */
export function FreshPage() {
  const router = useRouter()
  useLookAgain(() => router.refresh(), everyMs)
  return null
}
