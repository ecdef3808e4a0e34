import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compositionHold, longestHoldMs } from './composition-hold.ts'

describe('holding while somebody composes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function start() {
    const hold = compositionHold()
    const applied: string[] = []
    return { hold, applied, take: (name: string) => hold.pass(() => applied.push(name)) }
  }

  it('lets everything through while nobody composes', () => {
    const { applied, take } = start()
    take('a')
    expect(applied).toEqual(['a'])
  })

  it('keeps what comes during a composition, in order, until a moment after its end', () => {
    const { hold, applied, take } = start()
    hold.began()
    take('a')
    take('b')
    hold.ended()
    // The editor has not read the composed word yet.
    take('c')
    expect(applied).toEqual([])
    vi.advanceTimersByTime(100)
    expect(applied).toEqual(['a', 'b', 'c'])
    take('d')
    expect(applied).toEqual(['a', 'b', 'c', 'd'])
  })

  it('holds nothing longer than three seconds, however long the composition', () => {
    const { hold, applied, take } = start()
    hold.began()
    take('a')
    vi.advanceTimersByTime(longestHoldMs - 1)
    take('b')
    expect(applied).toEqual([])
    vi.advanceTimersByTime(1)
    expect(applied).toEqual(['a', 'b'])
    take('c')
    expect(applied).toEqual(['a', 'b'])
    vi.advanceTimersByTime(longestHoldMs)
    expect(applied).toEqual(['a', 'b', 'c'])
  })

  it('goes on holding when the next word begins at once', () => {
    const { hold, applied, take } = start()
    hold.began()
    take('a')
    hold.ended()
    hold.began()
    vi.advanceTimersByTime(500)
    expect(applied).toEqual([])
    hold.ended()
    vi.advanceTimersByTime(100)
    expect(applied).toEqual(['a'])
  })
})
