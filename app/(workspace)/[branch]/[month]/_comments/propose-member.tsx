import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Picker } from '#app/_ui/picker.tsx'
import { fieldLook } from '#app/_ui/popup-look.ts'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { loadsOf, mostGroups } from '#domain/load-of.ts'
import { compareNames } from '#domain/names.ts'
import { isSameTarget } from '#domain/target.ts'
import { LoadDots } from '../_board/load-dots.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'

interface ProposeMemberProps {
  groupId: string
  onChange: (change: ProposedChange | null) => void
}

/** Another member for a group: who leaves, when somebody is there, and who takes it over. */
export function ProposeMember({ groupId, onChange }: ProposeMemberProps) {
  const t = useTranslations('advice.propose')
  const { roster } = usePlanSession()
  const view = usePlanView()
  const target = { kind: 'group', id: groupId } as const
  const there = view.assignments
    .filter((place) => isSameTarget(place.target, target))
    .flatMap(({ memberId }) => roster.members.find(({ id }) => id === memberId) ?? [])
  const [from, setFrom] = useState<string | null>(there[0]?.id ?? null)
  const [to, setTo] = useState<string | null>(null)
  const loads = loadsOf(roster, view)
  const options = roster.members
    .filter(({ id }) => there.every((member) => member.id !== id))
    .toSorted((a, b) => heldBy(a.id) - heldBy(b.id) || compareNames(a, b))
    .map((member) => ({
      id: member.id,
      label: member.name,
      words: member.code,
      end: <LoadDots held={heldBy(member.id)} max={mostGroups(member)} />,
    }))

  function heldBy(id: string): number {
    return loads.get(id)?.groups ?? 0
  }
  const tell = (leaves: string | null, takes: string | null) => {
    setFrom(leaves)
    setTo(takes)
    onChange(takes === null ? null : { kind: 'changeMember', groupId, from: leaves, to: takes })
  }
  return (
    <>
      {there.length > 1 && (
        <RadioGroup
          legend={t('leaves')}
          name="proposal-from"
          onChange={(id) => tell(id, to)}
          options={there.map(({ id, name }) => ({ value: id, label: name }))}
          value={from}
        />
      )}
      {there.length === 1 && (
        <p className="text-sm">
          {t('leaves')} <b>{there[0]?.name}</b>
        </p>
      )}
      <Picker
        emptyText={t('noMember')}
        label={t('takes')}
        onPick={(id) => tell(from, id)}
        options={options}
        searchLabel={t('search')}
        selected={to}
        trigger={
          <button className={`${fieldLook} flex items-center gap-2 text-left`} type="button">
            <span className="flex-1">
              {options.find(({ id }) => id === to)?.label ?? t('chooseTaking')}
            </span>
            <ChevronDown aria-hidden="true" className="size-4 text-ink-2" />
          </button>
        }
      />
    </>
  )
}
