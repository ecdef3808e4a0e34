import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { noticesFor } from '../advice/notices.ts'
import type { DeskAsker } from './desk.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'

let bed: RecordTestBed
let secretary: DeskAsker
let committee: DeskAsker
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  committee = await bed.signedIn('chiuy')
})
afterAll(() => bed.close())

const isCode = (code: string) => ({ code })

const invite = (personId = committee.personId, by = secretary) =>
  bed.act(by, { kind: 'inviteSignOff', personId })
const notices = async () =>
  (await noticesFor(bed.database, committee)).filter(({ kind }) => kind === 'signOff')
const write = () => bed.change((doc) => addTask(doc, { id: randomUUID(), title: 'Vét mương' }))
const invitations = async () => (await bed.desk(secretary)).invitations

async function signOff(): Promise<void> {
  const { contentSha256: sha256 } = await bed.desk(committee)
  await bed.act(committee, { kind: 'signOff', sha256 })
}

it('[F91] asks somebody of the committee once for each content, and says when', async () => {
  const names = await bed.database.prisma.person.findUniqueOrThrow({
    where: { id: secretary.personId },
  })
  await invite()
  expect(await notices()).toMatchObject([
    { kind: 'signOff', month: bed.plan.month, byName: names.fullName, isRead: false },
  ])
  expect(await invitations()).toMatchObject([
    { personId: committee.personId, by: { personId: secretary.personId } },
  ])
  const deputy = await bed.signedIn('phobithu')
  await expect(invite(committee.personId, deputy)).rejects.toMatchObject({
    code: 'alreadyInvited',
    details: { time: expect.stringMatching(/^\d\d:\d\d$/) },
  })
  expect(await notices()).toHaveLength(1)
  const told = await bed.database.prisma.auditEntry.findMany({ where: { what: 'inviteSignOff' } })
  expect(told).toMatchObject([
    { personId: secretary.personId, detail: { personId: committee.personId } },
  ])
})

it('[F91] asks again once the content is another; what is unread is about the newest', async () => {
  await write()
  expect(await invitations()).toEqual([])
  await invite()
  expect(await invitations()).toHaveLength(1)
  expect(await notices()).toHaveLength(1)
  await bed.database.prisma.notice.updateMany({ data: { readAt: new Date() } })
  await expect(invite()).rejects.toMatchObject(isCode('alreadyInvited'))
  await write()
  await invite()
  expect((await notices()).map(({ isRead }) => isRead)).toEqual([false, true])
})

it('[F91] asks nobody who agrees already; signing off answers what one was asked', async () => {
  await signOff()
  expect((await notices()).map(({ isRead }) => isRead)).toEqual([true, true])
  expect(await invitations()).toEqual([])
  await expect(invite()).rejects.toMatchObject(isCode('alreadyAgreed'))
})

it('[F91] asks nobody but the committee, and not oneself', async () => {
  const cadre = await bed.signedIn('canbo')
  for (const personId of [secretary.personId, cadre.personId, randomUUID()]) {
    await expect(invite(personId)).rejects.toMatchObject(isCode('unknownPerson'))
  }
  expect(await bed.database.prisma.notice.count({ where: { personId: cadre.personId } })).toBe(0)
})

it('[F92] reaches somebody who wants no notices of the talk', async () => {
  await write()
  const mute = { personId: committee.personId, planId: bed.planId }
  await bed.database.prisma.noticeMute.create({ data: mute })
  await invite()
  expect((await notices()).filter(({ isRead }) => !isRead)).toHaveLength(1)
  await bed.database.prisma.noticeMute.deleteMany()
})

it('[F90] a sign-off says what of the lists is otherwise since, and of which row it is', async () => {
  await signOff()
  const { seq } = await bed.desk(secretary)
  const { prisma } = bed.database
  const member = await prisma.member.findFirstOrThrow({ where: { branchId: bed.plan.branchId } })
  const rename = (fullName: string) =>
    prisma.member.update({ where: { id: member.id }, data: { fullName } })
  await rename('Lò Văn Khác')
  const [told] = (await bed.desk(secretary)).signOffs
  const facts = [{ fact: 'name', from: member.fullName, to: 'Lò Văn Khác' }]
  expect(told).toMatchObject({
    covers: false,
    seq,
    changes: [],
    roster: [{ kind: 'member', how: 'edited', name: 'Lò Văn Khác', facts }],
  })
  await rename(member.fullName)
  expect((await bed.desk(secretary)).signOffs).toMatchObject([{ covers: true, roster: [] }])
})
