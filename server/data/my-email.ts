import 'server-only'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { readEnv } from '../env.ts'
import { mailSettings } from '../mail/mail-settings.ts'
import { requireActor } from './current-actor.ts'

/** Where the asker gets notices by mail, and whether this installation sends any. */
export interface MyEmail {
  address: string | null
  isMailSent: boolean
}

const address = z.email().max(254)

export async function readMyEmail(): Promise<MyEmail> {
  const { personId } = await requireActor()
  const person = await currentDatabase().prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true },
  })
  return { address: person.email, isMailSent: mailSettings(readEnv(), '') !== null }
}

/** Sets or, with an empty text, removes the asker's own address. Throws `badEmail`. */
export async function changeMyEmail(text: string): Promise<string | null> {
  const { personId } = await requireActor()
  return setEmail(currentDatabase(), personId, text)
}

/** The same for somebody known. Only the person sets it; nobody else sees it. */
export async function setEmail(
  { prisma }: Database,
  personId: string,
  text: string,
): Promise<string | null> {
  const given = text.trim()
  const read = address.safeParse(given)
  if (given !== '' && !read.success) throw new DomainError('badEmail')
  const email = read.success ? read.data : null
  await prisma.person.update({ where: { id: personId }, data: { email } })
  return email
}
