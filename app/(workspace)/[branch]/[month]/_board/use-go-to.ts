import { useParams, useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { Need } from '#domain/needs-attention.ts'
import { useSought } from '../_comments/use-sought.ts'
import type { BoardFilter } from './use-board-filter.ts'
import { useFlash } from './use-flash.ts'

/**
 * Leads from what needs attention to the card or row that it is about, or to the plan's page for a task; and from a
 * comment to what it is about.
 */
export function useGoTo(filter: Pick<BoardFilter, 'clear'>) {
  const { flash, show } = useFlash()
  const router = useRouter()
  const { branch, month } = useParams<{ branch: string; month: string }>()
  const { clear } = filter
  const goTo = useCallback(
    (need: Need) => {
      if ('taskId' in need) return router.push(`/${branch}/${month}/plan`)
      clear()
      show('groupId' in need ? `group:${need.groupId}` : `member:${need.memberId}`)
    },
    [clear, show, router, branch, month],
  )
  useSought(['group', 'member'], (place) => {
    clear()
    if (place.kind === 'group' || place.kind === 'member') show(`${place.kind}:${place.id}`)
  })
  return { flash, goTo }
}
