import type { BranchOffice } from '../vocabulary.ts'
import { fillIn } from './fill-in.ts'
import words from './letterhead-1.json' with { type: 'json' }
import type { Paper, PaperHead, PaperProof, PaperSignature, PaperTitle } from './paper.ts'
import { paperDate } from './paper-date.ts'
import type { PaperSource, RecordProof } from './paper-source.ts'
import { communeNames, inCapitals, issuerName } from './unit-names.ts'

/** What all forms have around their own part: head, signature, foot, proof. */
export type Letterhead = Pick<
  Paper,
  'head' | 'signature' | 'foot' | 'pageWords' | 'proof' | 'at'
> & { remark: PaperTitle['remark'] }

/** Head, signature and foot of the first version of the forms; `mark` is the form's own (`Biểu 1`). */
export function letterhead(
  source: PaperSource,
  proof: RecordProof | null,
  mark: string | null,
): Letterhead {
  const { finalised, version, reopened } = source
  return {
    head: headOf(source, mark),
    signature: signatureOf(source),
    foot: proof ? fillIn(words.foot, { version, code: proof.code }) : words.footDraft,
    pageWords: words.pages,
    proof: proof && proofOf(proof),
    at: finalised?.at ?? null,
    remark:
      reopened &&
      fillIn(words.remark, { version, before: reopened.version, reason: reopened.reason }),
  }
}

function headOf({ content, finalised, meeting }: PaperSource, mark: string | null): PaperHead {
  const { unit, place } = communeNames(content.branch.communeName)
  const number = meeting?.documentNumber ?? ''
  return {
    above: fillIn(words.above, { commune: inCapitals(unit) }),
    issuer: issuerName(content.branch.name),
    number: number === '' ? words.numberBlank : fillIn(words.number, { number }),
    party: words.party,
    date: finalised
      ? fillIn(words.date, { place, ...paperDate(finalised.day) })
      : fillIn(words.dateBlank, { place, year: content.month.slice(0, 4) }),
    mark: finalised ? mark : words.draft,
  }
}

/** Whoever finalised signs for the branch; of a draft, its secretary will. */
function signatureOf({ content, finalised }: PaperSource): PaperSignature {
  const { signature } = words
  const { unit } = communeNames(content.branch.communeName)
  const secretary = content.members.find(({ office }) => office === 'secretary')
  return {
    recipientsHead: signature.recipientsHead,
    recipients: signature.recipients.map((line) => fillIn(line, { commune: unit })),
    onBehalf: signature.onBehalf,
    office: finalised?.by.office === 'deputy' ? signature.deputy : signature.secretary,
    name: finalised?.by.name ?? secretary?.name ?? '',
  }
}

function proofOf(proof: RecordProof): PaperProof {
  return { ...proof, words: words.proof.map((line) => fillIn(line, { ...proof })) }
}

/** `Bí thư`, or nothing for a member without an office. */
export function officeWord(office: BranchOffice | null): string {
  return office === null ? '' : words.office[office]
}

export const needWord = words.need
export const fieldWord = words.workField
/** What stands in a cell that has nothing to say. */
export const nothing = words.none
