'use client'
import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef } from 'react'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { ProseJson } from '#domain/read-prose.ts'
import { useProse } from '../_plan/use-prose.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { GroupSlide } from './group-slide.tsx'
import { meetingSlides, resultPages, type Slide, slideKey } from './meeting-slides.ts'
import { MoreBelow } from './more-below.tsx'
import { ProseSlide } from './prose-slide.tsx'
import { ResultsSlide } from './results-slide.tsx'
import { SummarySlide } from './summary-slide.tsx'
import { TaskSlide } from './task-slide.tsx'
import { useSlides } from './use-slides.ts'
import { useSwipe } from './use-swipe.ts'

/** The month for everybody in the room: one thing at a time, large, live, turned by arrow keys or a finger (SPEC F77, F106). */
export function MeetingView() {
  const t = useTranslations('meeting')
  const { roster, month } = usePlanSession()
  const router = useRouter()
  const branchId = roster.branch.id
  const leave = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    router.push(`/${branchId}/${month}`)
  }, [router, branchId, month])
  const slides = useMeetingSlides()
  const place = useRef<HTMLDivElement>(null)
  const { index, go } = useSlides(slides, place, leave)
  const swipe = useSwipe((by) => go(index + by))
  const slide = slides[index]
  return (
    <main
      className="fixed inset-0 z-40 flex flex-col bg-canvas text-ink"
      data-meeting={index}
      id="content"
      {...swipe}
    >
      <div aria-live="polite" className="flex min-h-0 flex-1 flex-col" ref={place}>
        {/* Each slide is one of its own, and begins at its top. */}
        {slide ? <ShownSlide key={slideKey(slide)} slide={slide} /> : null}
      </div>
      <nav
        aria-label={t('title')}
        className="relative flex shrink-0 items-center gap-2 border-line border-t bg-surface px-3 py-1.5"
      >
        {slide ? <MoreBelow key={slideKey(slide)} place={place} /> : null}
        <IconButton icon={<X />} label={t('leave')} onClick={leave} />
        <span className="text-ink-3 text-sm max-sm:hidden">{t('keys')}</span>
        <span className="flex-1" />
        <IconButton icon={<ChevronLeft />} label={t('before')} onClick={() => go(index - 1)} />
        <span className="num min-w-14 text-center">
          {index + 1}/{slides.length}
        </span>
        <IconButton icon={<ChevronRight />} label={t('next')} onClick={() => go(index + 1)} />
        <IconButton
          icon={<Maximize />}
          label={t('full')}
          onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}
        />
      </nav>
    </main>
  )
}

function useMeetingSlides(): Slide[] {
  const { roster } = usePlanSession()
  const view = usePlanView()
  const { desk } = useDesk()
  const results = desk?.before ? resultPages(desk.before.tasks).length : 0
  const review = hasText(useProse('review'))
  const focus = hasText(useProse('focus'))
  const organisation = hasText(useProse('organisation'))
  return useMemo(
    () =>
      meetingSlides(roster, view, { resultPages: results, prose: { review, focus, organisation } }),
    [roster, view, results, review, focus, organisation],
  )
}

function hasText(prose: ProseJson): boolean {
  return (prose.content ?? []).some((block) => block.content !== undefined)
}

function ShownSlide({ slide }: { slide: Slide }) {
  const { roster, month } = usePlanSession()
  const view = usePlanView()
  const { desk } = useDesk()
  const before = desk?.before ?? null
  const branch = roster.branch.name
  switch (slide.kind) {
    case 'summary':
      return <SummarySlide month={month} roster={roster} view={view} />
    case 'results':
      return before ? <ResultsSlide before={before} branch={branch} page={slide.page} /> : null
    case 'prose':
      return <ProseSlide branch={branch} month={month} part={slide.part} />
    case 'group': {
      const group = roster.groups.find(({ id }) => id === slide.id)
      if (!group) return null
      return <GroupSlide before={before} group={group} month={month} roster={roster} view={view} />
    }
    case 'task': {
      const number = view.tasks.findIndex(({ id }) => id === slide.id) + 1
      const task = view.tasks[number - 1]
      if (!task) return null
      return <TaskSlide before={before} month={month} number={number} roster={roster} task={task} />
    }
  }
}
