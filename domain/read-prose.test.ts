import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newPlanDoc, proseOf } from './plan-doc.ts'
import { isProseAttribute, isProseMark, isProseNode } from './prose-schema.ts'
import { isProseEmpty, proseParagraphs } from './prose-text.ts'
import { readProse } from './read-prose.ts'

function element(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[] = [],
  attributes: Record<string, unknown> = {},
): Y.XmlElement {
  const node = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value as string)
  node.insert(0, children)
  return node
}

function text(words: string, marks: Record<string, unknown> = {}): Y.XmlText {
  const node = new Y.XmlText()
  node.insert(0, words, marks)
  return node
}

function docWith(...nodes: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = newPlanDoc()
  proseOf(doc, 'focus').insert(0, nodes)
  return doc
}

it('[V5] reads headings, paragraphs, lists, breaks and marks as the editor has them', () => {
  const doc = docWith(
    element('heading', [text('Trọng tâm')], { level: 3 }),
    element('paragraph', [
      text('đậm', { bold: {} }),
      element('hardBreak'),
      text('x', { link: 'y' }),
    ]),
    element('orderedList', [element('listItem', [element('paragraph', [text('một')])])], {
      start: 2,
    }),
  )
  expect(readProse(doc, 'focus')).toEqual({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Trọng tâm' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'đậm', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'x' },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 2 },
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'một' }] }],
          },
        ],
      },
    ],
  })
  expect(proseParagraphs(doc, 'focus')).toEqual(['Trọng tâm', 'đậm\nx', 'một'])
})

it('[V5] what is not allowed is reduced to its text, in its place', () => {
  const doc = docWith(
    element('table', [element('row', [element('paragraph', [text('ô')])])]),
    element('heading', [text('lớn')], { level: 1 }),
    element('bulletList', [element('bulletList', [text('sâu')]), element('script')]),
    text('trần'),
  )
  expect(proseParagraphs(doc, 'focus')).toEqual(['ô', 'lớn', '', 'sâu', 'trần'])
  expect(readProse(doc, 'focus').content?.[1]?.attrs).toEqual({ level: 2 })
})

it('[V5] what lies deeper than sixteen is left out, however deep it goes', () => {
  const doc = newPlanDoc()
  doc.transact(() => {
    let deepest: Y.XmlFragment = proseOf(doc, 'focus')
    for (let depth = 0; depth < 20_000; depth += 1) {
      const list = element(depth % 2 === 0 ? 'bulletList' : 'listItem')
      deepest.insert(0, [list])
      deepest = list
    }
    deepest.insert(0, [text('tận cùng')])
  })
  proseOf(doc, 'focus').push([element('paragraph', [text('còn đây')])])
  expect(proseParagraphs(doc, 'focus')).toEqual(['còn đây'])
})

it('[V5] empty means that nobody wrote a letter', () => {
  expect(isProseEmpty(newPlanDoc(), 'focus')).toBe(true)
  expect(
    isProseEmpty(docWith(element('paragraph'), element('paragraph', [text('  ')])), 'focus'),
  ).toBe(true)
  expect(isProseEmpty(docWith(element('paragraph', [text('a')])), 'focus')).toBe(false)
  expect(isProseEmpty(docWith(element('paragraph', [text('a')])), 'review')).toBe(true)
})

it('[V7] the allow-list names nodes, marks and attributes', () => {
  expect(['paragraph', 'heading', 'listItem', 'hardBreak'].every(isProseNode)).toBe(true)
  expect(['doc', 'image', 'codeBlock', '__proto__'].some(isProseNode)).toBe(false)
  expect(['bold', 'italic', 'underline'].every(isProseMark)).toBe(true)
  expect(['link', 'code', 'ychange'].some(isProseMark)).toBe(false)
  expect(isProseAttribute('heading', 'level', 2)).toBe(true)
  expect(isProseAttribute('heading', 'level', 1)).toBe(false)
  expect(isProseAttribute('orderedList', 'start', 7)).toBe(true)
  expect(isProseAttribute('orderedList', 'start', 1.5)).toBe(false)
  expect(isProseAttribute('paragraph', 'level', 2)).toBe(false)
})
