import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeText, movedCaret } from './merge-text.ts'

describe('merging a field that two people write', () => {
  it('keeps both insertions', () => {
    expect(mergeText('làm nhà', 'làm nhà mới', 'giúp làm nhà')).toBe('giúp làm nhà mới')
    expect(mergeText('làm nhà', 'giúp làm nhà', 'làm nhà mới')).toBe('giúp làm nhà mới')
  })

  it('keeps the other’s words when mine were deleted around', () => {
    expect(mergeText('một hai ba', 'một ba', 'một hai bốn ba')).toBe('một bốn ba')
  })

  it('keeps what I composed while a colleague wrote before it', () => {
    expect(mergeText('Thu', 'Thử', 'Đã Thu')).toBe('Đã Thử')
  })

  it('moves the caret with the text before it and leaves it when the change is after', () => {
    expect(movedCaret('làm nhà', 'giúp làm nhà', 3)).toBe(8)
    expect(movedCaret('làm nhà', 'làm nhà mới', 3)).toBe(3)
    expect(movedCaret('một hai ba', 'một ba', 6)).toBe(4)
  })

  it('gives one side back untouched when the other did nothing, for any texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, changed) => {
        expect(mergeText(base, changed, base)).toBe(changed)
        expect(mergeText(base, base, changed)).toBe(changed)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('keeps every letter that either side inserted into an untouched base', () => {
    const place = fc.tuple(fc.string({ maxLength: 12 }), fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(place, ([base, mineAt, theirsAt]) => {
        const insert = (text: string, at: number, word: string) => {
          const index = at % (text.length + 1)
          return text.slice(0, index) + word + text.slice(index)
        }
        const merged = mergeText(base, insert(base, mineAt, '⟨m⟩'), insert(base, theirsAt, '⟨t⟩'))
        expect(merged.length).toBe(base.length + 6)
        expect(merged).toContain('⟨m⟩')
      }),
      { numRuns: 300, seed: 11 },
    )
  })
})
