import { useParams, useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { CheckPlace } from '#domain/record/check.ts'
import { useTalk } from '../_comments/talk.ts'

/** Leads to the page and the place that a check is about; the board and the plan then show it for a moment. */
export function useGoToCheck(): (at: CheckPlace) => void {
  const router = useRouter()
  const { show } = useTalk()
  const { branch, month } = useParams<{ branch: string; month: string }>()
  return useCallback(
    (at) => {
      const page = `/${branch}/${month}`
      switch (at.kind) {
        case 'group':
        case 'member':
          return router.push(`${page}?see=${at.kind}:${at.id}`)
        case 'task':
          return router.push(`${page}/plan?see=task:${at.id}`)
        case 'history':
          return router.push(`${page}/history`)
        case 'signOffs':
          return router.push(`${page}/finalise`)
        case 'advice':
          return show()
        case 'person':
        case 'outsideGroups':
          return undefined
      }
    },
    [router, show, branch, month],
  )
}
