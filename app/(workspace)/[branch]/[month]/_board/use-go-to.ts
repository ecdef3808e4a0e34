import { useCallback } from 'react'
import type { Check } from '#domain/record/check.ts'
import { useSought } from '../_comments/use-sought.ts'
import { useGoToCheck } from '../_record/use-go-to-check.ts'
import { useSeen } from '../_record/use-seen.ts'
import type { BoardFilter } from './use-board-filter.ts'
import { useFlash } from './use-flash.ts'

/**
 * Leads from what needs attention to the card or row that it is about, or to another page; and from a comment to what it is about.
 */
export function useGoTo(filter: Pick<BoardFilter, 'clear'>) {
  const { flash, show } = useFlash()
  const goToCheck = useGoToCheck()
  const { clear } = filter
  const goTo = useCallback(
    ({ at }: Check) => {
      if (at.kind !== 'group' && at.kind !== 'member') return goToCheck(at)
      clear()
      show(`${at.kind}:${at.id}`)
    },
    [clear, show, goToCheck],
  )
  useSought(['group', 'member'], (place) => {
    clear()
    if (place.kind === 'group' || place.kind === 'member') show(`${place.kind}:${place.id}`)
  })
  useSeen(['group', 'member'], ({ kind, id }) => {
    clear()
    show(`${kind}:${id}`)
  })
  return { flash, goTo }
}
