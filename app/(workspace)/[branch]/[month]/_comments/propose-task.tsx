import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, Input } from '#app/_ui/field.tsx'
import { Select } from '#app/_ui/select.tsx'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { compareNames } from '#domain/names.ts'
import { planLimits } from '#domain/plan-limits.ts'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { DayInput } from './day-input.tsx'

interface ProposeTaskProps {
  subject: AdvicePlace
  onChange: (change: ProposedChange | null) => void
}

interface Wish {
  title: string
  doer: string
  groupId: string
  due: string | null | 'bad'
}

/** A new task: what, for which group, by whom, until when. */
export function ProposeTask({ subject, onChange }: ProposeTaskProps) {
  const t = useTranslations('advice.propose')
  const { roster } = usePlanSession()
  const [wish, setWish] = useState<Wish>({
    title: '',
    doer: subject.kind === 'member' ? subject.id : '',
    groupId: subject.kind === 'group' ? subject.id : '',
    due: null,
  })
  const change = (part: Partial<Wish>) => {
    const next = { ...wish, ...part }
    setWish(next)
    onChange(toChange(next))
  }
  const nobody = { value: '', label: t('notChosen') }
  return (
    <>
      <Field label={t('title')}>
        <Input
          autoComplete="off"
          lang="vi"
          maxLength={planLimits.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          value={wish.title}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={t('doer')}
          onChange={(doer) => change({ doer })}
          options={[
            nobody,
            ...roster.members
              .toSorted(compareNames)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={wish.doer}
        />
        <Select
          label={t('group')}
          onChange={(groupId) => change({ groupId })}
          options={[
            nobody,
            ...roster.groups.map(({ id }) => ({
              value: id,
              label: placeName(roster, { kind: 'group', id }),
            })),
          ]}
          value={wish.groupId}
        />
      </div>
      <DayInput label={t('due')} onChange={(due) => change({ due })} optional />
    </>
  )
}

function toChange({ title, doer, groupId, due }: Wish): ProposedChange | null {
  const clean = title.replace(/\s+/gu, ' ').trim()
  if (clean === '' || due === 'bad') return null
  const one = (id: string) => (id === '' ? [] : [id])
  return { kind: 'newTask', title: clean, doers: one(doer), groupIds: one(groupId), due }
}
