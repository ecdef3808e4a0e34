import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Picker } from '#app/_ui/picker.tsx'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { historyAddress } from './history-address.ts'

const everything = 'everything'

/** Whether the whole plan's changes are listed or those of one group. */
export function GroupFilter({ groupId }: { groupId: string | null }) {
  const t = useTranslations('history.filter')
  const { roster, month } = usePlanSession()
  const router = useRouter()
  const options = roster.groups.map(({ id }) => ({
    id,
    label: placeName(roster, { kind: 'group', id }),
  }))
  const chosen = options.find(({ id }) => id === groupId)
  const go = (id: string) => {
    const place = { groupId: id === everything ? null : id, before: null, at: null }
    router.push(historyAddress({ branchId: roster.branch.id, month }, place))
  }
  return (
    <Picker
      align="end"
      emptyText={t('none')}
      label={t('label')}
      onPick={go}
      options={[{ id: everything, label: t('all') }, ...options]}
      searchLabel={t('search')}
      selected={groupId ?? everything}
      trigger={
        <Button size="sm">
          {chosen?.label ?? t('all')}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    />
  )
}
