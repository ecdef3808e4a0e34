import { useTranslations } from 'next-intl'
import { Avatar } from '#app/_ui/avatar.tsx'
import type { LateEditView } from '#domain/late/late-view.ts'
import { useColourOf } from '../_comments/use-colour-of.ts'
import { whenWords } from '../_comments/when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { LateItemRow } from './late-item-row.tsx'

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
  const { me } = usePlanSession()
  const { author, version } = edit
  const colour = useColourOf(author.personId)
  const when = whenWords(edit.at, now)
  return (
    <section aria-label={author.name} className="mt-5" data-late-edit={edit.id}>
      <div className="mb-2 flex items-center gap-2.5">
        <Avatar colour={colour} name={author.name} />
        <p className="leading-tight">
          <strong className="font-semibold">{author.name}</strong>
          {author.personId === me.personId ? (
            <span className="text-ink-2"> ({t('mine')})</span>
          ) : null}
          <span className="block text-ink-2 text-sm">
            {version === null ? t('lateAt', { when }) : t('lateFor', { when, version })}
          </span>
        </p>
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
          />
        ))}
      </ul>
    </section>
  )
}
