import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import { parseDay } from '#domain/days.ts'
import { recordLimits } from '#domain/record/record-act.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { MeetingField } from './meeting-field.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

/** What was counted at the meeting. Two people may fill it in together; each sees who is in which field. */
export function MeetingFields({ view }: { view: FinaliseView }) {
  const t = useTranslations('record.meeting')
  const { month } = usePlanSession()
  const { desk } = useDesk()
  const { heldOn, present, voters, inFavour, documentNumber } = desk?.meeting ?? {}
  const members = view.roster.members.length
  const fault = view.meetingFault === 'missing' ? null : view.meetingFault
  const ofCount = (count: number | undefined) => (count === undefined ? '' : String(count))
  const toCount = (typed: string) => {
    if (typed === '') return null
    return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined
  }
  return (
    <fieldset className="mt-3 min-w-0">
      <legend className="pb-1.5 font-semibold">{t('title')}</legend>
      <div className="grid grid-cols-6 gap-x-2.5 gap-y-2.5">
        <MeetingField
          className="col-span-3"
          field="heldOn"
          form={t('notADay')}
          hint={t('heldOnHint')}
          isWrong={fault === 'notHeldYet'}
          parse={(typed) => (typed === '' ? null : (parseDay(typed, month) ?? undefined))}
          shown={heldOn ? formatDay(heldOn) : ''}
        />
        <MeetingField
          className="col-span-3"
          field="documentNumber"
          hint={t('documentNumberHint')}
          isOptional
          maxLength={recordLimits.documentNumber}
          parse={(typed) => (typed === '' ? null : typed)}
          shown={documentNumber ?? ''}
        />
        <MeetingField
          className="col-span-2"
          field="present"
          form={t('notANumber')}
          isWrong={fault === 'present'}
          of={members}
          parse={toCount}
          shown={ofCount(present)}
        />
        <MeetingField
          className="col-span-2"
          field="voters"
          form={t('notANumber')}
          isWrong={fault === 'voters'}
          of={present}
          parse={toCount}
          shown={ofCount(voters)}
        />
        <MeetingField
          className="col-span-2"
          field="inFavour"
          form={t('notANumber')}
          isWrong={fault === 'inFavour'}
          of={voters}
          parse={toCount}
          shown={ofCount(inFavour)}
        />
      </div>
      {fault ? (
        <p className="pt-1.5 text-block text-sm" role="status">
          {t(`fault.${fault}`)}
        </p>
      ) : null}
    </fieldset>
  )
}
