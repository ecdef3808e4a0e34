import { limits } from '#domain/wire.ts'
import type { LateOutcome, LateWrite } from './plan-log.ts'

/** One late edit as the tables hold it. */
export interface MemoryLateEdit {
  readonly id: string
  readonly planId: string
  readonly epoch: number
  readonly author: string
  isSettled: boolean
  readonly parts: { data: Uint8Array; digest: string }[]
}

/** The late edits in memory; the rules of `0005_late_edits` once the plan and the right were looked at. */
export class MemoryLateEdits {
  readonly all: MemoryLateEdit[] = []

  keep(write: LateWrite): Exclude<LateOutcome, { kind: 'busy' | 'rights' | 'notLate' }> {
    const { planId, epoch, personId: author, continues, data } = write
    const digest = Buffer.from(write.digest).toString('hex')
    const own = this.all.filter((edit) => edit.planId === planId && edit.author === author)
    const same = own.find(
      (edit) =>
        edit.epoch === epoch &&
        edit.parts.some((part) => part.digest === digest) &&
        (continues === null || edit.id === continues),
    )
    if (same) return { kind: 'kept', lateEditId: same.id }
    const edit =
      continues === null
        ? { id: write.newId, planId, epoch, author, isSettled: false, parts: [] }
        : own.find(({ id }) => id === continues)
    const pending = own.filter(({ isSettled }) => !isSettled).length
    const isFull =
      !edit ||
      edit.isSettled ||
      (continues === null && pending >= limits.maxLateEdits) ||
      bytesOf(edit) + data.byteLength > limits.maxLateEditBytes
    if (isFull) return { kind: 'full' }
    edit.parts.push({ data, digest })
    if (continues === null) this.all.push(edit)
    return { kind: 'kept', lateEditId: edit.id }
  }
}

function bytesOf({ parts }: Pick<MemoryLateEdit, 'parts'>): number {
  return parts.reduce((sum, part) => sum + part.data.byteLength, 0)
}
