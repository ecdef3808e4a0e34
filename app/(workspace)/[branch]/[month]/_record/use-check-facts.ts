import { useMemo } from 'react'
import type { CheckFacts } from '#domain/checks.ts'
import { deskFacts } from '#domain/record/desk-facts.ts'
import { useDesk } from './use-desk.ts'

/**
 * What the checks need of the rows. `sha256` is that of the content on the screen, which sign-offs must cover; left out,
 * that of the content as committed last.
 */
export function useCheckFacts(sha256?: string | null): CheckFacts {
  const { desk } = useDesk()
  const shown = sha256 === undefined ? (desk?.contentSha256 ?? null) : sha256
  return useMemo(() => deskFacts(desk, shown), [desk, shown])
}
