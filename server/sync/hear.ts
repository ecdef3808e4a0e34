import type { Announcement } from '../db/announce.ts'
import type { Attendance } from './attendance.ts'
import { changedFrame } from './frames.ts'
import type { Rooms } from './rooms.ts'
import type { Rounds } from './rounds.ts'

/** Whom an announcement concerns on this node. */
export interface Ears {
  /** This node's own id: what it announced itself is no news. */
  readonly node: string
  readonly rooms: Rooms
  readonly rounds: Rounds
  readonly attendance: Attendance
  now(): number
}

export function hear(heard: Announcement, { node, rooms, rounds, attendance, now }: Ears): void {
  switch (heard.kind) {
    case 'appended':
      if (heard.node === node) return
      for (const planId of heard.planIds) rooms.open.get(planId)?.noteNews()
      return
    case 'rights':
      void rounds.ask()
      return
    case 'read': {
      const frame = changedFrame({ what: 'notices', rev: now() })
      for (const { connection } of attendance.of(heard.personId)) connection.send(frame)
      return
    }
    case 'changed': {
      const frame = changedFrame({ what: heard.what, rev: now() })
      for (const { connection } of attendance.inBranches(heard.branchIds)) connection.send(frame)
      if (heard.what === 'status') void rounds.ask()
    }
  }
}
