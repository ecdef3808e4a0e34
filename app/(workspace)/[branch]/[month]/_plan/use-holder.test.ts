import { describe, expect, it } from 'vitest'
import type { PersonHere } from '../_session/people-here.ts'
import { holdersOf } from './use-holder.ts'

const person = (name: string, open: string | null, isMe = false): PersonHere => ({
  clientId: name.length,
  personId: name,
  name,
  colour: 2,
  drag: null,
  open,
  isWriting: open !== null,
  isMe,
})

describe('who has which cell open', () => {
  it('names the colleague, never oneself, and nobody for a closed cell', () => {
    const holders = holdersOf([
      person('Cà Văn Dơ', 'task:t1:title'),
      person('Lò Thị Hồng', 'task:t2:title', true),
      person('Vì Thị Ún', null),
    ])
    expect([...holders]).toEqual([['task:t1:title', { name: 'Cà Văn Dơ', colour: 2 }]])
  })

  it('names the first of two who have one cell open', () => {
    const people = [person('Cà Văn Dơ', 'task:t1:due'), person('Vì Thị Ún', 'task:t1:due')]
    expect(holdersOf(people).get('task:t1:due')?.name).toBe('Cà Văn Dơ')
    expect(holdersOf(people)).toBe(holdersOf(people))
  })
})
