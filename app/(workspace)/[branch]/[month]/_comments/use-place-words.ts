import { FileText, LayoutPanelLeft, Quote, User, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'

export interface PlaceWords {
  icon: typeof FileText
  label: string
  /** The task's title or the passage's words. */
  quote: string | null
}

/** What a place is called. What is gone from plan or roster is said to be, never left out. */
export function usePlaceWords(): (place: AdvicePlace) => PlaceWords {
  const t = useTranslations('advice.place')
  const { roster } = usePlanSession()
  const { tasks, removedTasks } = usePlanView()
  return (place) => {
    switch (place.kind) {
      case 'plan':
        return { icon: LayoutPanelLeft, label: t('plan'), quote: null }
      case 'passage':
        return { icon: Quote, label: t(place.part), quote: place.quote }
      case 'group':
        return { icon: Users, label: placeName(roster, place) || t('goneGroup'), quote: null }
      case 'member': {
        const member = roster.members.find(({ id }) => id === place.id)
        return { icon: User, label: member?.name ?? t('goneMember'), quote: null }
      }
      case 'task': {
        const index = tasks.findIndex(({ id }) => id === place.id)
        const task = tasks[index] ?? removedTasks.find(({ id }) => id === place.id)
        const label = index >= 0 ? t('task', { number: index + 1 }) : t('goneTask')
        return { icon: FileText, label, quote: task?.title || null }
      }
    }
  }
}
