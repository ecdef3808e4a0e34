import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { proseSchemaExtensions } from '../_plan/prose-extensions.ts'
import { editorText } from './editor-text.ts'
import { changedStretch } from './whole-replacement.ts'

const schema = getSchema(proseSchemaExtensions())

function docOf(...paragraphs: string[]) {
  const content = paragraphs.map((text) =>
    schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]),
  )
  return schema.node('doc', null, content)
}

it.each([
  ['written before', ['một hai ba'], ['không một hai ba'], 5, 11],
  ['written behind', ['một hai ba'], ['một hai ba bốn'], 5, 5],
  ['taken out before', ['một hai ba'], ['hai ba'], 5, 1],
  ['a paragraph above', ['một', 'hai ba'], ['mới', 'một', 'hai ba'], 6, 11],
  ['equal letters in a row', ['aaab'], ['aaaab'], 4, 5],
  ['nothing', ['một hai'], ['một hai'], 5, 5],
] as const)('[Q23] a place stays with its letters: %s', (_what, before, after, at, moved) => {
  expect(changedStretch(docOf(...before), docOf(...after)).map(at)).toBe(moved)
})

it('[Q22] an editor’s text is the document’s, and its places lead back', () => {
  const doc = docOf('một  hai', '', 'ba')
  const text = editorText(doc)
  expect(text.text).toBe('một hai ba')
  const stretches = text.stretches({ from: 4, to: 10 })
  expect(stretches.map(({ from, to }) => doc.textBetween(from, to))).toEqual(['hai', 'ba'])
})
