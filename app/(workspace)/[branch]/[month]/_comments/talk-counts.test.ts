import { expect, it } from 'vitest'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import { talkCounts } from './talk-counts.ts'

const person = { personId: 'p', name: 'Lò Thị Hoa', role: null }

function thread(id: string, groupId: string, words: boolean[], isResolved = false): ThreadView {
  const at = `2026-12-0${id}T00:00:00.000Z`
  return {
    id,
    place: { kind: 'group', id: groupId },
    anchor: null,
    epoch: 1,
    author: person,
    at,
    resolved: isResolved ? { by: person, at } : null,
    comments: words.map((isDeleted, index) => ({
      id: `${id}.${index}`,
      author: person,
      at,
      editedAt: null,
      isDeleted,
      body: '',
      mentions: [],
    })),
    proposal: null,
    rev: 1,
  }
}

it('[Q35] a place counts the words of its open threads and leads to the oldest of them', () => {
  const counts = talkCounts([
    thread('2', 'g1', [false, false]),
    thread('1', 'g1', [false, true]),
    thread('3', 'g1', [false], true),
    thread('4', 'g2', []),
    thread('5', 'g3', [false], true),
  ])
  expect([...counts]).toEqual([
    ['group:g1', { count: 3, threadId: '1' }],
    ['group:g2', { count: 1, threadId: '4' }],
  ])
})
