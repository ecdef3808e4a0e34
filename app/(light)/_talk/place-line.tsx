'use client'
import { useTranslations } from 'next-intl'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { Icon } from '../_parts/icon.tsx'
import { addressOfPlace, type PlaceNames } from './place-names.ts'

/** What a thread is about, leading there. */
export function PlaceLine({ threadId, names }: { threadId: string; names: PlaceNames }) {
  const words = usePlaceWords(names)
  const { advice, store } = useAdvice()
  const thread = advice.threads.find(({ id }) => id === threadId)
  if (!thread) return null
  return (
    <a
      className="mt-3 flex min-h-11 items-center gap-2 rounded-lg border border-line bg-raised px-3.5 text-ink no-underline"
      href={addressOfPlace(store.plan, thread.place)}
    >
      <b className="flex-1">{words(thread.place)}</b>
      <Icon className="text-ink-3" name="right" />
    </a>
  )
}

/** Says in a few words what a thread is about. */
export function usePlaceWords(names: PlaceNames): (place: AdvicePlace) => string {
  const t = useTranslations('light.live.place')
  return (place) => {
    if (place.kind === 'plan') return t('plan')
    if (place.kind === 'passage') return t(`parts.${place.part}`)
    if (place.kind === 'group') return names.groups[place.id] ?? t('gone')
    if (place.kind === 'member') {
      return t('member', { name: names.members[place.id] ?? t('gone') })
    }
    return t('task', { title: names.tasks[place.id] ?? t('gone') })
  }
}
