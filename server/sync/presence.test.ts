import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from './presence.ts'
import { openClient, type StageClient } from './testing/stage-client.ts'
import { type Node, openStage, type Stage } from './testing/sync-stage.ts'

const an = { personId: 'an', name: 'Lò Thị An' }
const anAgain = { personId: 'an', name: 'Lò Thị An' }
const binh = { personId: 'binh', name: 'Quàng Văn Bình' }

/** What a client with this id would send of itself. */
function says(clientId: number, state: Record<string, unknown>): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  awareness.setLocalState(state)
  const message = encodeAwarenessUpdate(awareness, [clientId])
  awareness.destroy()
  return message
}

/** Someone's screen, which hears whatever the server tells. */
function screen() {
  const awareness = new Awareness(new Y.Doc())
  return {
    hear: (message: Uint8Array | null) => {
      if (message) applyAwarenessUpdate(awareness, message, 'server')
    },
    of: (clientId: number) => awareness.getStates().get(clientId),
    close: () => awareness.destroy(),
  }
}

describe('presence', () => {
  it('[P1] has the names and colours of the server, and only the keys that are shown', () => {
    const presence = new Presence<typeof an>(() => 1_000)
    const view = screen()
    presence.receive(binh, says(2, { user: { name: 'Ai đó' } }))
    presence.receive(
      an,
      says(1, { user: { name: 'Bí thư', id: 'binh' }, drag: { memberId: 'm1' }, note: 'x' }),
    )
    view.hear(presence.takeChanges())
    expect(view.of(1)).toEqual({
      user: { id: 'an', name: 'Lò Thị An', colour: 2 },
      drag: { memberId: 'm1' },
    })
    expect(view.of(2)).toEqual({ user: { id: 'binh', name: 'Quàng Văn Bình', colour: 1 } })
    view.close()
  })

  it('[P2] takes nothing that one client says of another', () => {
    const presence = new Presence<typeof an>(() => 1_000)
    const view = screen()
    presence.receive(an, says(1, { open: 'plan' }))
    presence.receive(binh, says(2, {}))
    presence.receive(binh, says(1, { open: 'forged' }))
    view.hear(presence.takeChanges())
    expect(view.of(1)).toMatchObject({ open: 'plan', user: { id: 'an' } })
    view.close()
  })

  it('[P2] [G2] shows nobody under a client id that somebody else has written with', () => {
    const presence = new Presence<typeof an>(
      () => 1_000,
      ({ personId }, clientId) => clientId === 1 && personId !== 'an',
    )
    const view = screen()
    presence.receive(binh, says(1, { open: 'forged' }))
    view.hear(presence.takeChanges())
    expect(view.of(1)).toBeUndefined()
    presence.receive(an, says(1, { open: 'plan' }))
    view.hear(presence.takeChanges())
    expect(view.of(1)).toMatchObject({ open: 'plan', user: { id: 'an' } })
    view.close()
  })

  it('[P2] lets a newer connection of the same person take its id over, and removes who leaves', () => {
    const presence = new Presence<typeof an>(() => 1_000)
    const view = screen()
    presence.receive(an, says(1, { open: 'old' }))
    view.hear(presence.takeChanges())
    presence.receive(anAgain, says(1, { open: 'new' }))
    presence.leave(an, false)
    view.hear(presence.takeChanges())
    expect(view.of(1)).toMatchObject({ open: 'new' })
    presence.leave(anAgain, true)
    view.hear(presence.takeChanges())
    expect(view.of(1)).toBeUndefined()
    view.close()
  })

  it('is seen again at once by a client that was away: the clock only rises', () => {
    const presence = new Presence<typeof an>(() => 1_000)
    const view = screen()
    presence.receive(an, says(1, { open: 'plan' }))
    view.hear(presence.takeChanges())
    for (let again = 0; again < 3; again += 1) {
      view.hear(presence.encodeAll(binh))
      expect(view.of(1)).toMatchObject({ open: 'plan' })
    }
    view.close()
  })

  it('[P2] shows nothing that is too large', () => {
    const presence = new Presence<typeof an>(() => 1_000)
    expect(presence.receive(an, says(1, { cursor: 'x'.repeat(3_000) }))).toBe(true)
    expect(presence.takeChanges()).toBe(null)
  })
})

describe('presence over real sockets', () => {
  let stage: Stage
  let node: Node
  const clients: StageClient[] = []
  beforeAll(async () => {
    stage = await openStage()
    node = await stage.openNode({ beatEveryMs: 100 })
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
  })
  afterAll(() => stage.close())

  it('[P1] [W9] tells everyone who is here, viewers too, under their own names, and who has left; and beats', async () => {
    const forger = openClient(node, stage.room, await stage.signIn('secretary', 'Lò Thị An'))
    await expect.poll(() => forger.isSaved()).toBe(true)
    const viewer = openClient(node, stage.room, await stage.signIn('member', 'Tòng Văn Xem'))
    clients.push(forger, viewer)
    forger.provider.awareness.setLocalState({ user: { name: 'Tòng Văn Xem', colour: 'red' } })
    const seenBy = (client: StageClient, other: StageClient) =>
      client.provider.awareness.getStates().get(other.doc.clientID)?.['user']
    await expect.poll(() => seenBy(viewer, forger)).toMatchObject({ name: 'Lò Thị An', colour: 1 })
    await expect
      .poll(() => seenBy(forger, viewer))
      .toMatchObject({ name: 'Tòng Văn Xem', colour: 2 })
    await expect.poll(() => viewer.frames).toContain(104)
    viewer.close()
    await expect.poll(() => seenBy(forger, viewer)).toBeUndefined()
  })
})
