import 'server-only'
import { headers } from 'next/headers'
import { typedCode } from '#domain/papers/record-proof.ts'
import { addressOf } from '../auth/next-auth.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { type ConfirmedRecord, readConfirmedRecord } from '../records/confirmed-record.ts'
import { countCodeQuestion } from './code-limit.ts'

/** What the code on a paper stands for; null when it stands for nothing. For anybody. Throws `tooFast`. */
export async function confirmCode(code: string): Promise<ConfirmedRecord | null> {
  const sent = await headers()
  return confirmedCode(currentDatabase(), addressOf(sent.get('x-forwarded-for')), code)
}

/** The same for a question from this address. */
export async function confirmedCode(
  database: Database,
  address: string,
  code: string,
): Promise<ConfirmedRecord | null> {
  await countCodeQuestion(database, address)
  const typed = typedCode(code)
  return typed === null ? null : readConfirmedRecord(database.pool, typed)
}
