import { notFound } from 'next/navigation'
import { DomainError } from '#domain/errors.ts'

/** A branch that does not exist and one that this person may not see look the same. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DomainError) notFound()
    throw error
  }
}
