import { randomUUID } from 'node:crypto'
import { describeLateEdits } from './late-edit.contract.ts'
import { MemoryLog } from './memory-log.ts'
import { MemoryPeople } from './memory-people.ts'
import { describePlanLog, type PlanLogBed } from './plan-log.contract.ts'

const hour = 3_600_000

async function openBed(): Promise<PlanLogBed> {
  const now = Date.now()
  const people = new MemoryPeople(
    () => now,
    (_person, unitIds) => log.raiseRightsRev(unitIds),
  )
  const log = new MemoryLog(people)
  const branchId = randomUUID()
  const planOf = (planId: string) => {
    const plan = log.plans.get(planId)
    if (!plan) throw new Error('no such plan')
    return plan
  }
  return {
    log,
    branchId,
    newPlan: async (month) => {
      const planId = randomUUID()
      log.addPlan({ planId, branchId, month })
      return planId
    },
    newWriter: async () => {
      const [personId, sessionId] = [randomUUID(), randomUUID()]
      people.add(personId, 'Lò Văn Thử')
      people.setRole(personId, branchId, 'committee')
      people.beginSession(sessionId, personId, now + hour)
      return { personId, sessionId }
    },
    endSession: async (sessionId) => people.endSession(sessionId),
    expireSession: async (sessionId) => people.setExpiry(sessionId, now - 1),
    prolongSession: async (sessionId) => people.setExpiry(sessionId, now + 2 * hour),
    disable: async (personId) => people.setDisabled(personId, true),
    askForNewPassword: async (personId) => people.setMustChangePassword(personId, true),
    takeRole: async (personId) => people.setRole(personId, branchId, null),
    setStatus: async (planId, status) => {
      planOf(planId).status = status
    },
    setEpoch: async (planId, epoch) => {
      planOf(planId).epoch = epoch
    },
    hold: async (planId) => {
      const release = log.hold(planId)
      return async () => release()
    },
    rows: async (planId) => planOf(planId).rows.map(({ data: _, ...row }) => row),
    snapshotSeqs: async (planId) => planOf(planId).snapshots.map((snapshot) => snapshot.seq),
    damageSnapshots: async (planId) => {
      const plan = planOf(planId)
      plan.snapshots = plan.snapshots.map((snapshot) => ({
        ...snapshot,
        state: Uint8Array.of(0, 0),
      }))
    },
    lateEdits: async (planId) =>
      log.lateEdits.all
        .filter((edit) => edit.planId === planId)
        .map(({ parts, ...edit }) => ({ ...edit, parts: parts.map((part) => part.data) })),
    settleLateEdit: async (id) => {
      for (const edit of log.lateEdits.all) if (edit.id === id) edit.isSettled = true
    },
    close: async () => undefined,
  }
}

describePlanLog('in memory', openBed)
describeLateEdits('in memory', openBed)
