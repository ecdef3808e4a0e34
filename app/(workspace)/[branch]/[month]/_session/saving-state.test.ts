import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalReasons } from '#domain/wire.ts'
import { type SavingFacts, savingState } from './saving-state.ts'

const atRest: SavingFacts = {
  connection: 'connected',
  closed: null,
  isOpen: true,
  isLedgerSaved: true,
  isPutBack: true,
  undecided: 0,
  waitingSince: null,
  savedAt: 1_000,
  lostSince: null,
  attempt: 0,
  retryAt: null,
  isRetryByHand: false,
  refused: null,
  merged: null,
  storage: 'ok',
  isOldVersion: false,
}

describe('the state of saving', () => {
  it('says saved, with the time of the last decision', () => {
    expect(savingState(atRest, 9_000)).toEqual({ kind: 'saved', at: 1_000, storage: 'ok' })
  })

  it('is sending at once, slow after one second, unanswered within three', () => {
    const facts = { ...atRest, isLedgerSaved: false, undecided: 2, waitingSince: 10_000 }
    expect(savingState(facts, 10_000)).toMatchObject({ kind: 'sending', isSlow: false })
    expect(savingState(facts, 11_000)).toMatchObject({ kind: 'sending', isSlow: true })
    expect(savingState(facts, 12_700)).toMatchObject({ kind: 'unanswered' })
  })

  it('is reconnecting for a few seconds, then offline, and says whether work is kept', () => {
    const lost = { ...atRest, connection: 'lost' as const, lostSince: 0, attempt: 2 }
    expect(savingState(lost, 1_000)).toMatchObject({ kind: 'reconnecting', hasPending: false })
    expect(savingState(lost, 60_000)).toMatchObject({ kind: 'offline', since: 0 })
    const pending = { ...lost, undecided: 3 }
    expect(savingState(pending, 1_000)).toMatchObject({ kind: 'reconnecting', hasPending: true })
    expect(savingState(pending, 60_000)).toMatchObject({ kind: 'offlinePending' })
  })

  it('shows an attempt that the person asked for', () => {
    const trying = { ...atRest, connection: 'connecting' as const, lostSince: 0 }
    expect(savingState(trying, 60_000).kind).toBe('offline')
    expect(savingState({ ...trying, isRetryByHand: true }, 60_000).kind).toBe('reconnecting')
  })

  it('tells the outcome of a reconnect for a while, then is saved', () => {
    const merged = { ...atRest, merged: { sent: 3, others: 5, at: 20_000 } }
    expect(savingState(merged, 21_000)).toMatchObject({ kind: 'merged', sent: 3, others: 5 })
    expect(savingState(merged, 60_000).kind).toBe('saved')
  })

  it('keeps a refusal in sight, but never over work that is not sent', () => {
    const refused = { ...atRest, refused: { reason: 'finalised', isKept: false } as const }
    expect(savingState(refused, 0)).toMatchObject({ kind: 'refused', reason: 'finalised' })
    const busy = { ...refused, isLedgerSaved: false, undecided: 1, waitingSince: 0 }
    expect(savingState(busy, 10_000).kind).toBe('unanswered')
  })

  it('says whether this device keeps anything, beside every state', () => {
    expect(savingState({ ...atRest, storage: 'failed' }, 0).storage).toBe('failed')
  })

  it('[W15] never says saved unless connected, decided, put back and with nothing undecided', () => {
    const anyFacts: fc.Arbitrary<SavingFacts> = fc
      .record({
        connection: fc.constantFrom('connecting', 'connected', 'lost'),
        closed: fc.constantFrom(null, 'signInAgain', 'noRight', 'noSuchPlan', 'brokeProtocol'),
        isOpen: fc.boolean(),
        isLedgerSaved: fc.boolean(),
        isPutBack: fc.boolean(),
        undecided: fc.nat(3),
        waitingSince: fc.option(fc.nat(9_000)),
        savedAt: fc.option(fc.nat(9_000)),
        lostSince: fc.option(fc.nat(9_000)),
        attempt: fc.nat(5),
        retryAt: fc.option(fc.nat(9_000)),
        isRetryByHand: fc.boolean(),
        refused: fc.option(
          fc.record({ reason: fc.constantFrom(...refusalReasons), isKept: fc.boolean() }),
        ),
        merged: fc.option(fc.record({ sent: fc.nat(3), others: fc.nat(3), at: fc.nat(9_000) })),
        storage: fc.constantFrom('opening', 'ok', 'failed'),
        isOldVersion: fc.boolean(),
      })
      // The ledger itself is never saved with something undecided.
      .filter((facts) => !facts.isLedgerSaved || facts.undecided === 0)
    const property = fc.property(anyFacts, fc.nat(20_000), (facts, now) => {
      const { kind } = savingState(facts, now)
      if (kind !== 'saved' && kind !== 'merged') return
      expect(facts).toMatchObject({
        connection: 'connected',
        isLedgerSaved: true,
        isPutBack: true,
        undecided: 0,
        refused: null,
      })
    })
    fc.assert(property, { seed: 20261122, numRuns: 2_000 })
  })
})
