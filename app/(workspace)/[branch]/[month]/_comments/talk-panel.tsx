'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { SidePanel } from '../_board/side-panel.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { MuteButton } from './mute-button.tsx'
import { NewThread } from './new-thread.tsx'
import { useTalk } from './talk.ts'
import { TalkThreads } from './talk-threads.tsx'
import { useWide } from './use-wide.ts'

/** Everything that is said about this plan: beside the page where there is room, else a sheet over it. */
export function TalkPanel() {
  const t = useTranslations('advice.panel')
  const { isShown, hide } = useTalk()
  const { isOpen } = usePlanSession()
  const isWide = useWide()
  if (!isShown || !isOpen) return null
  if (!isWide) {
    return (
      <SidePanel foot={<NewThread />} headEnd={<MuteButton />} onClose={hide} title={t('title')}>
        <TalkThreads />
      </SidePanel>
    )
  }
  return (
    <aside
      aria-label={t('title')}
      className="sticky top-[101px] flex h-[calc(100dvh-101px)] w-96 shrink-0 flex-col self-start border-line border-l bg-surface"
    >
      <header className="flex items-center gap-1 pt-2.5 pr-3 pl-4">
        <h2 className="flex-1 text-lg">{t('title')}</h2>
        <MuteButton />
        <IconButton icon={<X />} label={t('close')} onClick={hide} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4 [scrollbar-width:thin]">
        <TalkThreads />
      </div>
      <NewThread />
    </aside>
  )
}
