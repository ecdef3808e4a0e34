import { formatDay } from '../days.ts'
import { memberPlaces } from '../identity-line.ts'
import { shiftMonth } from '../months.ts'
import { fillIn } from './fill-in.ts'
import { letterhead } from './letterhead.ts'
import type { Paper, PaperBlock, PaperParagraph } from './paper.ts'
import { paperDate } from './paper-date.ts'
import type { PaperSource, RecordProof } from './paper-source.ts'
import form from './plan-1.json' with { type: 'json' }
import { fieldsTable } from './plan-1-fields.ts'
import { groupsTable } from './plan-1-groups.ts'
import { tasksTable } from './plan-1-tasks.ts'
import { proseBlocks } from './prose-blocks.ts'
import { inCapitals } from './unit-names.ts'

/** The plan of the month, or the resolution or conclusion that holds it: its number says which. */
export function plan1(source: PaperSource, proof: RecordProof | null): Paper {
  const { content } = source
  const { remark, ...around } = letterhead(source, proof, null)
  const kind = kindOf(source)
  const inTitle = paperDate(`${content.month}-01`)
  return {
    form: 'plan-1',
    name: kind,
    layout: form.layout,
    ...around,
    title: {
      kind: inCapitals(kind),
      about: form.about.map((line) => fillIn(line, inTitle)),
      remark,
    },
    blocks: numbered(sectionsOf(source, kind)),
  }
}

function kindOf({ meeting }: PaperSource): string {
  const sign = /-(KH|NQ|KL)(?:\/|$)/iu.exec(meeting?.documentNumber ?? '')?.[1]?.toUpperCase()
  return sign === 'NQ' || sign === 'KL' ? form.kinds[sign] : form.kinds.KH
}

interface Section {
  title: string
  blocks: PaperBlock[]
}

function sectionsOf(source: PaperSource, kind: string): Section[] {
  const { content } = source
  const { month, prose } = content
  const names = {
    before: Number(shiftMonth(month, -1).slice(5)),
    month: Number(month.slice(5)),
  }
  const fields = fieldsTable(source)
  return [
    { title: fillIn(form.review, names), blocks: proseBlocks(prose.review) },
    { title: fillIn(form.focus, names), blocks: proseBlocks(prose.focus) },
    { title: form.tasks.title, blocks: content.tasks.length > 0 ? [tasksTable(source)] : [] },
    {
      title: form.assignments.title,
      blocks: [
        ...(content.groups.length > 0 ? [groupsTable(source)] : []),
        ...fields,
        ...aboutMembers(source),
      ],
    },
    {
      title: form.organisation,
      blocks: [...proseBlocks(prose.organisation), ...adopted(source, kind)],
    },
  ]
}

/** Parts that say nothing are left out, and the others numbered through. */
function numbered(sections: readonly Section[]): PaperBlock[] {
  return sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index) => [
      { kind: 'heading', level: 1, text: `${form.numerals[index]}. ${title}` },
      ...blocks,
    ])
}

function aboutMembers({ figures, justifications }: PaperSource): PaperBlock[] {
  const { members } = figures
  const places = memberPlaces
    .filter((place) => members[place] > 0)
    .map((place) => fillIn(form.places[place], { count: members[place] }))
  if (places.length === 0) return []
  const identity = fillIn(form.identity, { all: members.all, places: places.join(', ') })
  return [remark(identity), ...justifications.map(({ words }) => remark(asSentence(words)))]
}

function asSentence(words: string): string {
  const text = words.normalize('NFC').trim()
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}

function adopted({ meeting }: PaperSource, kind: string): PaperBlock[] {
  if (meeting === null) return []
  const { heldOn, present, members, voters, inFavour } = meeting
  if (heldOn === null || present === null || members === null) return []
  if (voters === null || inFavour === null) return []
  const counts = { present, members, voters, inFavour }
  return [body(fillIn(form.adopted, { kind, day: formatDay(heldOn), ...counts }))]
}

function body(text: string): PaperParagraph {
  return { kind: 'paragraph', runs: [{ text }], depth: 0, marker: null, look: 'body' }
}

function remark(text: string): PaperParagraph {
  return { ...body(text), look: 'remark' }
}
