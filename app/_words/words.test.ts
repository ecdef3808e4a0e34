import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { placeholdersOf } from './placeholders.ts'
import { vi } from './vi.ts'

interface Tree {
  [key: string]: string | Tree
}

/** `shell.person.menu` -> its sentence. */
function flatten(tree: Tree, path = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const full = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') flat.set(full, value)
    else for (const [inner, text] of flatten(value, full)) flat.set(inner, text)
  }
  return flat
}

/** Says a sentence with a value for everything it asks for; throws when it is no valid ICU. */
function say(locale: 'vi' | 'en', text: string): unknown {
  const translate = createTranslator({
    locale,
    messages: { text },
    timeZone: 'Asia/Ho_Chi_Minh',
    onError: (error) => {
      throw error
    },
  })
  const values = Object.fromEntries(placeholdersOf(text).map((name) => [name, 1]))
  const marked = Object.fromEntries(tags(text).map((name) => [name, (chunks: unknown) => chunks]))
  return translate.rich('text', { ...values, ...marked } as Record<string, number>)
}

function tags(text: string): string[] {
  return [...text.matchAll(/<(\w+)>/gu)].map((match) => match[1] ?? '').sort()
}

const vietnamese = flatten(vi)
const english = flatten(en)

/** Vietnamese sentences that need no letter beyond ASCII; everything else longer than this is forgotten English. */
const plainVietnamese = new Set(['Minh'])
const asciiUpTo = 12

describe('the words', () => {
  it('every key is there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort())
  })

  it.each([...vietnamese])('%s asks for the same values in both languages', (key, text) => {
    const other = english.get(key) ?? ''
    expect(placeholdersOf(other)).toEqual(placeholdersOf(text))
    expect(() => [say('vi', text), say('en', other)]).not.toThrow()
    expect(tags(other)).toEqual(tags(text))
  })

  it('nothing is empty, ends in a space or is decomposed', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trimEnd(), key).toBe(text)
      expect(text.trim(), key).not.toBe('')
      expect(text, key).toBe(text.normalize('NFC'))
    }
  })

  it('no English is left among the Vietnamese', () => {
    const suspicious = [...vietnamese].filter(([, text]) => {
      const bare = text.replace(/\{\w+\}/gu, '').trim()
      return (
        bare.length > asciiUpTo && /^[\u0020-\u007e“”…]*$/u.test(bare) && !plainVietnamese.has(text)
      )
    })
    expect(suspicious).toEqual([])
  })

  it('no Vietnamese is left among the English, the product’s name aside', () => {
    const suspicious = [...english].filter(([, text]) =>
      /[ăđơưạ-ỹ]/iu.test(text.replaceAll('Bàn Việc', '')),
    )
    expect(suspicious.filter(([key]) => !vietnameseInEnglish.has(key))).toEqual([])
  })

  it('one way of placing tone marks: ủy, hòa', () => {
    const other = [...vietnamese].filter(([, text]) =>
      /(?:o[áàảãạ]|u[ýỳỷỹỵ])(?!\p{L})/iu.test(withoutQu(text)),
    )
    expect(other).toEqual([])
  })

  it('[N5] no sentence says what a hamlet is: that is in its name, or in its branch’s', () => {
    const kinds = /(?:^|\s)(?:bản|thôn|xóm|ấp|buôn|làng|khóm|phố)\s+\{|\}\s+hamlet\b/iu
    const fixed = [...vietnamese, ...english].filter(([, text]) => kinds.test(text))
    expect(fixed).toEqual([])
  })

  it('no emoji', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text, key).not.toMatch(/\p{Extended_Pictographic}/u)
    }
  })
})

/** Examples inside English sentences that stay as they are typed. */
const vietnameseInEnglish = new Set<string>([])

/** In “quý”, “quỹ” the mark stands rightly on y: u belongs to q. */
function withoutQu(text: string): string {
  return text.replace(/qu[ýỳỷỹỵ]/giu, '')
}
