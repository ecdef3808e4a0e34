import { beforeEach, describe, expect, it } from 'vitest'
import { WriteLedger } from './write-ledger.ts'

describe('the count of write frames', () => {
  let ledger: WriteLedger
  beforeEach(() => {
    ledger = new WriteLedger()
  })

  function typed(id: string, at = 0): void {
    ledger.wrote('update', at)
    ledger.made([id], at)
  }

  it('is not saved before this connection has sent its step 2', () => {
    expect(ledger.isSaved()).toBe(false)
    ledger.connectionBegan(0)
    expect(ledger.isSaved()).toBe(false)
    expect(ledger.waitingSince).toBe(0)
  })

  it('is not saved while the step 2 is undecided, and is once it is decided', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 5)
    expect(ledger.isSaved()).toBe(false)
    ledger.decided(1)
    expect(ledger.isSaved()).toBe(true)
    expect(ledger.waitingSince).toBeNull()
  })

  it('[W4] decides an update with the frame that carried it', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 0)
    ledger.decided(1)
    typed('a')
    typed('b')
    expect(ledger.isSaved()).toBe(false)
    expect(ledger.decided(2)).toEqual(['a'])
    expect(ledger.undecided).toBe(1)
    expect(ledger.decided(3)).toEqual(['b'])
    expect(ledger.isSaved()).toBe(true)
  })

  it('carries what was made without a connection in the next step 2', () => {
    ledger.made(['a'], 0)
    ledger.made(['b'], 0)
    ledger.connectionBegan(10)
    expect(ledger.decided(0)).toEqual([])
    ledger.wrote('step2', 11)
    expect(ledger.decided(1)).toEqual(['a', 'b'])
  })

  it('knows an update that left before the step 2 by its own frame', () => {
    ledger.connectionBegan(0)
    typed('early')
    ledger.wrote('step2', 0)
    expect(ledger.decided(1)).toEqual(['early'])
    expect(ledger.isSaved()).toBe(false)
    ledger.decided(2)
    expect(ledger.isSaved()).toBe(true)
  })

  it('sends again, with the next step 2, what was under way when the connection broke', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 0)
    typed('a')
    ledger.connectionEnded()
    expect(ledger.undecided).toBe(1)
    ledger.connectionBegan(20)
    // The count of the old connection means nothing on the new one.
    expect(ledger.decided(5)).toEqual([])
    ledger.wrote('step2', 21)
    expect(ledger.decided(1)).toEqual(['a'])
  })

  it('never decides more frames than have left', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 0)
    ledger.decided(9)
    typed('a')
    expect(ledger.isSaved()).toBe(false)
    expect(ledger.undecided).toBe(1)
  })

  it('does not match a frame twice', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 0)
    typed('a')
    // The socket was closing: the update came, no frame left.
    ledger.made(['b'], 0)
    ledger.decided(2)
    expect(ledger.undecided).toBe(1)
  })

  it('refuses the frame and everything after it, and decides what went before', () => {
    ledger.connectionBegan(0)
    ledger.wrote('step2', 0)
    typed('good')
    typed('bad')
    typed('later')
    expect(ledger.refused(3)).toEqual(['bad', 'later'])
    expect(ledger.isRefusalComplete()).toBe(false)
    expect(ledger.decided(4)).toEqual(['good'])
    expect(ledger.isRefusalComplete()).toBe(true)
    expect(ledger.isSaved()).toBe(false)
  })

  it('waits since the oldest update, but not since before the connection', () => {
    ledger.made(['a'], 100)
    expect(ledger.waitingSince).toBeNull()
    ledger.connectionBegan(5_000)
    expect(ledger.waitingSince).toBe(5_000)
    ledger.wrote('step2', 5_001)
    typed('b', 6_000)
    ledger.decided(1)
    expect(ledger.waitingSince).toBe(6_000)
  })
})
