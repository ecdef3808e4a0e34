import { ArrowLeftRight, CalendarDays, Lightbulb, ListPlus, PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

type Kind = ProposedChange['kind']

const icons = {
  changeMember: ArrowLeftRight,
  changeDue: CalendarDays,
  replaceText: PenLine,
  newTask: ListPlus,
}

/** What can be proposed about a place; a new task always can. */
export function ProposeMenu(props: { subject: AdvicePlace; onChoose: (kind: Kind) => void }) {
  const t = useTranslations('advice.propose')
  const { roster } = usePlanSession()
  const isLong = props.subject.kind === 'passage' && /\n/u.test(props.subject.quote)
  const offered: Kind[] = []
  if (props.subject.kind === 'group' && roster.members.length > 0) offered.push('changeMember')
  if (props.subject.kind === 'task') offered.push('changeDue')
  if (props.subject.kind === 'passage' && !isLong) offered.push('replaceText')
  offered.push('newTask')
  return (
    <Menu
      align="end"
      side="top"
      trigger={
        <Button icon={<Lightbulb aria-hidden="true" />} kind="quiet" size="sm">
          {t('open')}
        </Button>
      }
    >
      {offered.map((kind) => {
        const Icon = icons[kind]
        return (
          <MenuItem
            icon={<Icon aria-hidden="true" />}
            key={kind}
            onClick={() => props.onChoose(kind)}
          >
            {t(kind)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
