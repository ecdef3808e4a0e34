'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { ComposerBar } from './composer-bar.tsx'
import { type DueChoice, DueForm } from './due-form.tsx'
import { type SwapChoices, SwapForm } from './swap-form.tsx'
import { type TaskChoices, TaskForm } from './task-form.tsx'
import { type Beginning, type Template, TemplateRow } from './template-row.tsx'
import type { Composer } from './use-composer.ts'

/** What can be proposed at a place. */
export interface Offers {
  /** Another member for a group. */
  swap?: SwapChoices
  /** Another day for a task. */
  due?: DueChoice
  /** A new task. */
  task?: TaskChoices
}

/** Under the thumb: where one writes, or fills in a proposal. */
export interface TalkFootProps {
  place: AdvicePlace
  composer: Composer
  field: RefObject<HTMLTextAreaElement | null>
  templates: readonly Template[]
  offers: Offers
  onTemplate: (text: string) => void
  onNew: (() => void) | null
}

export function TalkFoot(props: TalkFootProps) {
  const { place, composer, field, templates, offers, onTemplate, onNew } = props
  const t = useTranslations('light.live.propose')
  const [proposing, setProposing] = useState<keyof Offers | null>(null)
  const sheet = { place, onClose: () => setProposing(null) }
  if (proposing === 'swap' && offers.swap) return <SwapForm {...sheet} swap={offers.swap} />
  if (proposing === 'due' && offers.due) return <DueForm {...sheet} due={offers.due} />
  if (proposing === 'task' && offers.task) return <TaskForm {...sheet} task={offers.task} />
  const begin = (kind: keyof Offers) => ({
    icon: icons[kind],
    label: t(`${kind}.open`),
    onChoose: () => setProposing(kind),
  })
  const beginnings: Beginning[] = [
    ...(offers.swap ? [begin('swap')] : []),
    ...(offers.due ? [begin('due')] : []),
    ...templates.map(({ text, ...look }) => ({ ...look, onChoose: () => onTemplate(text) })),
    ...(offers.task ? [begin('task')] : []),
  ]
  return (
    <ComposerBar composer={composer} field={field} onNew={onNew}>
      <TemplateRow beginnings={beginnings} />
    </ComposerBar>
  )
}

const icons = { swap: 'move', due: 'clock', task: 'sheet' } as const
