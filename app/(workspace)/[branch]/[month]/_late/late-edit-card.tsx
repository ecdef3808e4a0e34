import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
import type { LateEditView } from '#domain/late/late-view.ts'
import { useColourOf } from '../_comments/use-colour-of.ts'
import { whenWords } from '../_comments/when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { LateItemRow } from './late-item-row.tsx'
import { useTakeUpAll } from './use-take-up-all.ts'

interface LateEditCardProps {
  edit: LateEditView
  /** The month that it was too late for. */
  of: string
  canSettle: boolean
  now: number
}

/** What one person wrote too late in one go. */
export function LateEditCard({ edit, of, canSettle, now }: LateEditCardProps) {
  const t = useTranslations('late')
  const { me, canEdit } = usePlanSession()
  const { author, version } = edit
  const colour = useColourOf(author.personId)
  const when = whenWords(edit.at, now)
  const card = useRef<HTMLElement>(null)
  const together = useTakeUpAll(edit, of)
  const isBusy = together.tried !== null
  const takeAll = async () => {
    await together.takeAll()
    // The button that was pressed is gone.
    card.current?.focus({ preventScroll: true })
  }
  return (
    <section
      aria-label={author.name}
      className="mt-5 outline-offset-4"
      data-late-edit={edit.id}
      ref={card}
      tabIndex={-1}
    >
      <div className="mb-2 flex flex-wrap items-center gap-2.5">
        <Avatar colour={colour} name={author.name} />
        <p className="min-w-0 flex-1 basis-48 leading-tight">
          <strong className="font-semibold">{author.name}</strong>
          {author.personId === me.personId ? (
            <span className="text-ink-2"> ({t('mine')})</span>
          ) : null}
          <span className="block text-ink-2 text-sm">
            {version === null ? t('lateAt', { when }) : t('lateFor', { when, version })}
          </span>
        </p>
        {canSettle && canEdit && (isBusy || together.takeable > 1) ? (
          <Button aria-busy={isBusy} onClick={() => void takeAll()}>
            {isBusy
              ? t('takingAll', { count: together.tried ?? 0 })
              : t('takeUpAll', { count: together.takeable })}
          </Button>
        ) : null}
      </div>
      <ul className="grid gap-2">
        {edit.items.map((item) => (
          <LateItemRow
            canSettle={canSettle}
            item={item}
            key={item.key}
            lateEditId={edit.id}
            now={now}
            of={of}
            refusal={together.refusal(item.key)}
          />
        ))}
      </ul>
    </section>
  )
}
