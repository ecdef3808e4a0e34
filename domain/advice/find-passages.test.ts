import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '../plan-doc.ts'
import { readProse } from '../read-prose.ts'
import { docWithParagraphs, paragraphOf, textOfParagraph } from '../testing/build-prose.ts'
import { documentText } from './document-text.ts'
import { findPassages } from './find-passages.ts'
import { markProse } from './mark-prose.ts'
import { anchorPassage } from './passage-anchor.ts'
import { passageOf } from './passage-of.ts'
import { proseJsonText } from './prose-json-text.ts'

const part = 'focus'
const first = 'Giúp các hộ nghèo phòng chống rét cho người và gia súc.'
const second = 'Mỗi đồng chí đến từng hộ trong nhóm ít nhất một lần, hỏi hộ cần hỗ trợ gì.'

function spokenAbout(doc: Y.Doc, quote: string, occurrence = 0) {
  const { text } = documentText(doc, part)
  let from = text.indexOf(quote)
  for (let nth = 0; nth < occurrence; nth += 1) from = text.indexOf(quote, from + 1)
  const passage = passageOf(text, part, { from, to: from + quote.length })
  if (!passage) throw new Error(`nobody wrote ${quote}`)
  const before = Y.encodeStateAsUpdate(doc)
  const anchor = anchorPassage(doc, passage)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  return { passage, anchor }
}

function standing(doc: Y.Doc, ...spoken: ReturnType<typeof spokenAbout>[]): (string | null)[] {
  const { text } = documentText(doc, part)
  return findPassages(doc, part, spoken).map((span) => span && text.slice(span.from, span.to))
}

it('[Q20] an anchor is made from words and changes no byte of the plan', () => {
  const doc = docWithParagraphs(part, first, second)
  const spoken = spokenAbout(doc, 'từng hộ trong nhóm')
  expect(spoken.passage).toMatchObject({ prefix: expect.stringMatching(/đồng chí đến $/) })
  expect(spoken.anchor).not.toBeNull()
  expect(standing(doc, spoken)).toEqual(['từng hộ trong nhóm'])
})

it('[Q20] of equal passages the one is anchored that was meant', () => {
  const doc = docWithParagraphs(part, 'Hỏi thăm hộ nghèo.', 'Giúp hộ nghèo.', 'Thêm hộ nghèo.')
  const spoken = spokenAbout(doc, 'hộ nghèo', 1)
  textOfParagraph(doc, part, 1).insert(0, 'Cùng đoàn thể: ')
  const { text } = documentText(doc, part)
  const [span] = findPassages(doc, part, [spoken])
  expect(text.slice(0, span?.from)).toMatch(/Giúp $/)
})

it('[Q21] what is written inside, before and beside a passage leaves it where it is', () => {
  const doc = docWithParagraphs(part, first, second)
  const spoken = spokenAbout(doc, 'từng hộ')
  const text = textOfParagraph(doc, part, 1)
  text.insert(0, 'Trong tháng: ')
  text.insert(text.toString().indexOf('từng hộ') + 5, 'một ')
  text.insert(text.toString().indexOf(' trong nhóm'), ' nghèo')
  proseOf(doc, part).insert(0, [paragraphOf('Mở đầu.')])
  expect(standing(doc, spoken)).toEqual(['từng một hộ'])
})

it('[Q21] a passage whose text was taken out and put in again elsewhere is found by its words', () => {
  const doc = docWithParagraphs(part, first, second)
  const spoken = spokenAbout(doc, 'đến từng hộ trong nhóm')
  proseOf(doc, part).delete(1, 1)
  expect(standing(doc, spoken)).toEqual([null])
  proseOf(doc, part).insert(0, [paragraphOf(second)])
  expect(standing(doc, spoken)).toEqual(['đến từng hộ trong nhóm'])
})

it('[Q22] the document and what was read from it give one text, whatever was typed', () => {
  const doc = docWithParagraphs(part, 'Ho\u0323p  \u202Echi bo\u0323', '', ' ra đồng\u00A0', first)
  const prose = readProse(doc, part)
  expect(documentText(doc, part).text).toBe(`Họp chi bọ ra đồng ${first}`)
  expect(proseJsonText(prose).text).toBe(documentText(doc, part).text)
})

it('[Q22] marks are put on the letters of the passage, across paragraphs and over each other', () => {
  const doc = docWithParagraphs(part, 'một hai', 'ba bốn')
  const marked = markProse(readProse(doc, part), [
    { threadId: 'a', from: 4, to: 10 },
    { threadId: 'b', from: 8, to: 10 },
  ])
  const words = (marked.content ?? []).map(({ content }) =>
    (content ?? []).map(({ text, threadIds = [] }) => [text, ...threadIds]),
  )
  expect(words).toEqual([
    [['một '], ['hai', 'a']],
    [['ba', 'a', 'b'], [' bốn']],
  ])
})
