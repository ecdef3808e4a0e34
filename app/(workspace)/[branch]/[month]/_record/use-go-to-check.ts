import { useParams, useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { CheckPlace } from '#domain/record/check.ts'
import { useTalk } from '../_comments/talk.ts'

/**
 * Leads to the page and the place that a check is about; the board and the plan then show it for a moment. `back` is the
 * key of the check to come back to.
 */
export function useGoToCheck(): (at: CheckPlace, back?: string) => void {
  const router = useRouter()
  const { show } = useTalk()
  const { branch, month } = useParams<{ branch: string; month: string }>()
  return useCallback(
    (at, back) => {
      const page = `/${branch}/${month}`
      const way = (address: string, see: string) => {
        const asked = new URLSearchParams({ see, ...(back === undefined ? {} : { back }) })
        router.push(`${address}?${asked}`)
      }
      switch (at.kind) {
        case 'group':
        case 'member':
          return way(page, `${at.kind}:${at.id}`)
        case 'task':
          return way(`${page}/plan`, `task:${at.id}`)
        case 'history':
          return router.push(`${page}/history`)
        case 'signOffs':
          return router.push(`${page}/finalise`)
        case 'advice':
          if (back !== undefined) way(page, 'advice')
          return show()
        case 'person':
        case 'outsideGroups':
          return undefined
      }
    },
    [router, show, branch, month],
  )
}
