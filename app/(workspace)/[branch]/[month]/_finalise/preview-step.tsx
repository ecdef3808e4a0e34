import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { PaperSheets } from '#app/_paper/paper-sheets.tsx'
import { currentForms, makePaper } from '#domain/papers/forms.ts'
import type { PaperSource } from '#domain/papers/paper-source.ts'
import { countFigures } from '#domain/record/count-figures.ts'
import { type FormKind, formKinds } from '#domain/record/month-record.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { useDesk } from '../_record/use-desk.ts'
import { StepHead } from './step-head.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

/** What scrolls must be reached by key too, though nothing in it can be pressed. */
const reachable = { tabIndex: 0 }

/** Step 2: the papers as they will be printed, from what is on the board now. */
export function PreviewStep({ view, className }: { view: FinaliseView; className: string }) {
  const t = useTranslations('record.step')
  const preview = useTranslations('record.preview')
  const names = useTranslations('record.preview.form')
  const [kind, setKind] = useState<FormKind>('plan')
  const { desk } = useDesk()
  const paper = useMemo(
    () => desk && makePaper(draftOf(view, desk), currentForms[kind], null),
    [view, desk, kind],
  )
  return (
    <section aria-labelledby="step-preview" className={className}>
      <StepHead
        end={<span className="font-normal text-ink-3">{preview('draft')}</span>}
        id="step-preview"
        number={2}
        title={t('preview')}
      />
      <fieldset className="-ml-1 mt-2 flex flex-wrap">
        <legend className="sr-only">{preview('which')}</legend>
        {formKinds.map((each) => (
          <button
            aria-pressed={each === kind}
            className="inline-flex min-h-hit-sm items-center rounded-md border border-transparent px-1.5 font-medium text-ink-2 text-sm hover:bg-raised aria-pressed:border-line-strong aria-pressed:bg-raised aria-pressed:text-ink"
            key={each}
            onClick={() => setKind(each)}
            type="button"
          >
            {names(each)}
          </button>
        ))}
      </fieldset>
      <section
        aria-label={preview('label', { name: names(kind) })}
        className="-mx-2 mt-2 min-h-0 flex-1 overflow-y-auto px-2 [scrollbar-width:thin]"
        {...reachable}
      >
        {paper ? <PaperSheets paper={paper} /> : null}
      </section>
    </section>
  )
}

/** What the month would be if it were final now. */
function draftOf(
  { shown, roster, plan, checks, today }: FinaliseView,
  desk: RecordDesk,
): PaperSource {
  const { heldOn, present, voters, inFavour, documentNumber } = desk.meeting
  const [newest] = desk.records
  return {
    version: (newest?.version ?? 0) + 1,
    content: shown.content,
    figures: countFigures(roster, plan, desk.outsideGroups, today),
    meeting: {
      heldOn: heldOn ?? null,
      present: present ?? null,
      voters: voters ?? null,
      inFavour: inFavour ?? null,
      documentNumber: documentNumber ?? null,
      members: roster.members.length,
    },
    justifications: checks.flatMap(({ weight, justification }) =>
      weight === 'reason' && justification !== null ? [{ words: justification }] : [],
    ),
    finalised: null,
    reopened: newest?.reopened ? { version: newest.version, reason: newest.reopened.reason } : null,
  }
}
