import { cleanLine, cleanText } from '../clean-text.ts'
import { isDay } from '../days.ts'
import { DomainError } from '../errors.ts'
import { planLimits } from '../plan-limits.ts'
import type { TaskPlace } from '../plan-view.ts'
import { toTaskPlace } from '../task-place.ts'
import { type TaskStatus, taskStatuses } from '../vocabulary.ts'
import { badInput, requireId, requireIds } from './require-input.ts'

/** Checks of a task's parts, for every command that writes one. */
export function requireTitle(value: unknown): string {
  const title = requireText(value, 'title')
  if (title.length > planLimits.title * 4) throw titleTooLong()
  const clean = cleanLine(title, planLimits.title * 4)
  if (clean.length > planLimits.title) throw titleTooLong()
  return clean
}

export function requireResult(value: unknown): string {
  const result = requireText(value, 'result')
  if (result.length > planLimits.result * 4) throw textTooLong()
  const clean = cleanText(result, planLimits.result * 4)
  if (clean.length > planLimits.result) throw textTooLong()
  return clean
}

export function requireField(value: string | null): string | null {
  return value === null ? null : requireId(value, 'field')
}

export function requireDue(value: string | null): string | null {
  if (value !== null && !isDay(value)) throw badInput('due')
  return value
}

export function requireStatus(value: unknown): TaskStatus {
  const status = taskStatuses.find((each) => each === value)
  if (status === undefined) throw badInput('status')
  return status
}

export function requirePlace(value: TaskPlace | null): TaskPlace | null {
  if (value === null) return null
  const place = toTaskPlace(value)
  const isWhole =
    place?.kind !== 'groups' || value.kind !== 'groups' || place.ids.length === value.ids.length
  if (place === null || !isWhole) throw badInput('place')
  return place
}

/** Nobody is both doer and co-doer. */
export function requireDoers(
  doers: readonly string[],
  coDoers: readonly string[],
): { doers: string[]; coDoers: string[] } {
  const lead = requireIds(doers, planLimits.doers, 'doers')
  const others = requireIds(coDoers, planLimits.doers, 'coDoers')
  if (others.some((memberId) => lead.includes(memberId))) throw badInput('coDoers')
  return { doers: lead, coDoers: others }
}

function requireText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw badInput(name)
  return value
}

function titleTooLong(): DomainError {
  return new DomainError('titleTooLong', { most: planLimits.title })
}

function textTooLong(): DomainError {
  return new DomainError('textTooLong', { most: planLimits.result })
}
