'use client'
import { useParams, usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { AdviceProvider } from '#app/_advice/advice-provider.tsx'
import { OutboxProvider } from '#app/_advice/outbox-provider.tsx'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { useLitMarks } from '../_passages/lit-marks.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { type Talk, TalkContext, TalkCountsContext } from './talk.ts'
import { talkCounts } from './talk-counts.ts'
import { useFreshAdvice } from './use-fresh-advice.ts'
import { isWide } from './use-wide.ts'

interface TalkProviderProps {
  branchId: string
  role: RoleName | null
  memberId: string | null
  children: ReactNode
}

/** The talk about this plan for everything inside; stands inside `PlanSessionProvider`. */
export function TalkProvider({ branchId, role, memberId, children }: TalkProviderProps) {
  const { me, month } = usePlanSession()
  const speaker = useMemo(
    () => ({ personId: me.personId, name: me.name, role, memberId }),
    [me, role, memberId],
  )
  const plan = useMemo(() => ({ branchId, month }), [branchId, month])
  return (
    <OutboxProvider key={me.personId} personId={me.personId}>
      <AdviceProvider me={speaker} plan={plan}>
        <TalkState>{children}</TalkState>
      </AdviceProvider>
    </OutboxProvider>
  )
}

function TalkState({ children }: { children: ReactNode }) {
  const { advice } = useAdvice()
  useFreshAdvice()
  const counts = useMemo(() => talkCounts(advice.threads), [advice.threads])
  return (
    <TalkContext value={useTalkState()}>
      <TalkCountsContext value={counts}>{children}</TalkCountsContext>
    </TalkContext>
  )
}

const wholePlan: AdvicePlace = { kind: 'plan' }

function useTalkState(): Talk {
  const { right } = usePlanSession()
  const drafts = useRef(new Map<string, string>()).current
  const [isShown, setShown] = useState(false)
  const [subject, setSubject] = useState(wholePlan)
  const [chosen, setChosen] = useState<string | null>(null)
  const [sought, setSought] = useState<Talk['sought']>(null)
  const [lit, setLit] = useState<Talk['lit']>([])
  const isMine = right !== 'view'
  useWayToPage(sought)
  const verbs = useMemo(
    () => ({
      drafts,
      show: () => setShown(true),
      hide: () => setShown(false),
      setSubject,
      write(about: AdvicePlace) {
        setChosen(null)
        setSubject(about)
        setShown(true)
      },
      choose(threadId: string | null) {
        setChosen(threadId)
        if (threadId !== null) setShown(true)
      },
      seek(place: AdvicePlace, threadId: string) {
        setSought({ place, threadId })
        if (!isWide()) setShown(false)
      },
      taken: () => setSought(null),
      light: (next: readonly string[]) =>
        setLit((before) => (before.join() === next.join() ? before : next)),
    }),
    [drafts],
  )
  useLitMarks(lit)
  useAddressedThread(isMine ? verbs.choose : null)
  return useMemo(
    () => ({ ...verbs, isMine, isShown: isMine && isShown, subject, chosen, sought, lit }),
    [verbs, isMine, isShown, subject, chosen, sought, lit],
  )
}

/** Groups and members are on the board, tasks and text in the plan. */
function useWayToPage(sought: Talk['sought']): void {
  const router = useRouter()
  const { branch, month } = useParams<{ branch: string; month: string }>()
  const page = usePathname()
  useEffect(() => {
    if (!sought) return
    const isOnBoard = sought.place.kind === 'group' || sought.place.kind === 'member'
    const wanted = isOnBoard ? `/${branch}/${month}` : `/${branch}/${month}/plan`
    if (page !== wanted) router.push(wanted)
  }, [sought, page, router, branch, month])
}

/** `?thread=` in the address, as notices and e-mails give it, opens that thread. */
function useAddressedThread(choose: ((threadId: string) => void) | null): void {
  const addressed = useSearchParams().get('thread')
  useEffect(() => {
    if (addressed !== null) choose?.(addressed)
  }, [addressed, choose])
}
