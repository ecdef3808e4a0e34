import { useTranslations } from 'next-intl'
import type { HouseholdView } from '#domain/roster-view.ts'
import { NeedIcon } from './need-icon.tsx'
import { PovertyMark } from './poverty-mark.tsx'
import { useHouseholds } from './use-households.ts'

/** The households of a group with their official status and need; a sentence instead for who may not read them. */
export function HouseholdList({ groupId }: { groupId: string }) {
  const t = useTranslations('board.panel')
  const answer = useHouseholds(groupId)
  return (
    <section className="grid gap-1.5">
      <h3 className="text-md">{t('households')}</h3>
      {answer.state === 'read' ? (
        <ul className="rounded-lg border border-line bg-raised">
          {answer.households.map((household) => (
            <HouseholdLine key={household.id} household={household} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2" role="status">
          {t(`householdsState.${answer.state}`)}
        </p>
      )}
    </section>
  )
}

function HouseholdLine({ household }: { household: HouseholdView }) {
  const t = useTranslations('board.panel')
  const words = useTranslations('words')
  const { status, statusYear, supportNeed } = household
  return (
    <li className="grid gap-0.5 px-3.5 py-2 not-last:border-b border-line">
      <p className="flex items-baseline gap-2">
        <span className="flex-1 font-medium">{household.headName}</span>
        <span className="text-sm text-ink-2">
          {words('count.people', { count: household.people })}
        </span>
      </p>
      {(status !== 'none' || supportNeed) && (
        <p className="flex flex-wrap gap-x-3.5 text-sm text-ink-2">
          {status !== 'none' && (
            <span className="inline-flex items-center gap-[5px]">
              <PovertyMark status={status} />
              {statusYear
                ? t('statusOf', {
                    status: words(`householdStatus.${status}`),
                    year: String(statusYear),
                  })
                : words(`householdStatus.${status}`)}
            </span>
          )}
          {supportNeed && (
            <span className="inline-flex items-center gap-[5px]">
              <NeedIcon need={supportNeed} />
              {words(`need.${supportNeed}`)}
            </span>
          )}
        </p>
      )}
    </li>
  )
}
