import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import type { LateStanding } from '#domain/late/late-standing.ts'
import type { LateItemView } from '#domain/late/late-view.ts'
import { recordLimits } from '#domain/record/record-act.ts'
import { CopyButton } from '../_session/copy-button.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useLateWords } from './use-late-words.ts'
import { useSettleLate } from './use-settle-late.ts'

interface LateVerbsProps {
  lateEditId: string
  item: LateItemView
  of: string
  standing: LateStanding
  /** The button that was pressed is gone. */
  onSettled: () => void
}

/** Take up, put aside with a reason, take back. */
export function LateVerbs(props: LateVerbsProps) {
  const { lateEditId, item, of, standing, onSettled } = props
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const settle = useSettleLate(lateEditId, of)
  const during = async (work: Promise<unknown>) => {
    setBusy(true)
    await work
    setBusy(false)
  }
  const dismissFor = async (reason: string) => {
    // A reason that was not taken stays, with the focus in it.
    if (!(await settle.dismiss(item, reason))) return
    setAsking(false)
    onSettled()
  }
  if (item.verdict !== null) {
    return (
      <SettledVerbs
        again={() => settle.again(item) && onSettled()}
        isBusy={isBusy}
        item={item}
        standing={standing}
        takeBack={(wasHere) => void during(settle.takeBack(item, wasHere)).then(onSettled)}
      />
    )
  }
  if (isAsking) {
    return (
      <ReasonForm
        isBusy={isBusy}
        onCancel={() => {
          setAsking(false)
          onSettled()
        }}
        onReason={(reason) => void during(dismissFor(reason))}
      />
    )
  }
  return (
    <OpenVerbs
      dismiss={() => setAsking(true)}
      isBusy={isBusy}
      item={item}
      see={() => void during(settle.dismiss(item, null)).then(onSettled)}
      standing={standing}
      takeUp={() => void during(settle.takeUp(item)).then(onSettled)}
    />
  )
}

interface OpenVerbsProps {
  item: LateItemView
  standing: LateStanding
  isBusy: boolean
  takeUp: () => void
  dismiss: () => void
  see: () => void
}

function OpenVerbs({ item, standing, isBusy, takeUp, dismiss, see }: OpenVerbsProps) {
  const t = useTranslations('late')
  const { canEdit } = usePlanSession()
  const what = useLateWords()(item.change)
  const { change } = item
  const text = change.kind === 'prose' ? change.to : change.kind === 'words' ? change.text : ''
  if (standing.kind === 'nothing') {
    return (
      <Verbs>
        <Button aria-busy={isBusy} onClick={see} size="sm">
          {t('seen')}
        </Button>
      </Verbs>
    )
  }
  const canTake = canEdit && standing.kind !== 'gone'
  return (
    <Verbs>
      {text === '' ? null : <CopyButton text={text} />}
      {canTake ? (
        <Button aria-busy={isBusy} aria-label={t('takeUpOf', { what })} onClick={takeUp} size="sm">
          {standing.kind === 'byHand'
            ? t('copied')
            : standing.kind === 'done'
              ? t('markDone')
              : t('takeUp')}
        </Button>
      ) : null}
      <Button aria-label={t('dismissOf', { what })} onClick={dismiss} size="sm">
        {t('dismiss')}
      </Button>
    </Verbs>
  )
}

interface SettledVerbsProps {
  item: LateItemView
  standing: LateStanding
  isBusy: boolean
  again: () => void
  takeBack: (wasTakenUpHere: boolean) => void
}

/** What was taken up is taken back where it is: in the plan of that month. */
function SettledVerbs({ item, standing, isBusy, again, takeBack }: SettledVerbsProps) {
  const t = useTranslations('late')
  const { month, canEdit } = usePlanSession()
  const what = useLateWords()(item.change)
  const { verdict } = item
  const isTakenUp = verdict?.verdict === 'takenUp'
  if (isTakenUp && (verdict?.month !== month || !canEdit)) return null
  return (
    <Verbs>
      {isTakenUp && standing.kind === 'fits' ? (
        <Button onClick={again} size="sm">
          {t('takeUpAgain')}
        </Button>
      ) : null}
      <Button
        aria-busy={isBusy}
        aria-label={t('takeBackOf', { what })}
        kind="quiet"
        onClick={() => takeBack(isTakenUp)}
        size="sm"
      >
        {t('takeBack')}
      </Button>
    </Verbs>
  )
}

function Verbs({ children }: { children: React.ReactNode }) {
  return <div className="mt-2.5 flex flex-wrap items-center gap-2">{children}</div>
}

interface ReasonFormProps {
  isBusy: boolean
  onReason: (reason: string) => void
  onCancel: () => void
}

function ReasonForm({ isBusy, onReason, onCancel }: ReasonFormProps) {
  const t = useTranslations('late')
  const [error, setError] = useState<string | null>(null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    if (reason.length < recordLimits.fewestLetters) setError(t('reasonShort'))
    else onReason(reason)
  }
  return (
    <form className="mt-2.5 grid gap-2" onSubmit={send}>
      <Field error={error} hint={t('reasonHint')} label={t('reason')}>
        <Input autoFocus maxLength={recordLimits.reason} name="reason" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button aria-busy={isBusy} size="sm" type="submit">
          {t('dismiss')}
        </Button>
        <Button kind="quiet" onClick={onCancel} size="sm">
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
