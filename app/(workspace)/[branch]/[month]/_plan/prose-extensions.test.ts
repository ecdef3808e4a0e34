import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { isProseAttribute, isProseNode, proseMarks, proseNodes } from '#domain/prose-schema.ts'
import { proseSchemaExtensions } from './prose-extensions.ts'

const schema = getSchema(proseSchemaExtensions())

describe('[G5] the editor and the gate know the same prose', () => {
  it('has the same nodes', () => {
    const named = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
    expect(named.sort()).toEqual([...proseNodes].sort())
  })

  it('has the same marks, without attributes', () => {
    expect(Object.keys(schema.marks).sort()).toEqual([...proseMarks].sort())
    for (const mark of Object.values(schema.marks)) expect(mark.spec.attrs ?? {}).toEqual({})
  })

  it('writes no attribute that the gate would refuse', () => {
    for (const node of Object.values(schema.nodes)) {
      for (const [name, attribute] of Object.entries(node.spec.attrs ?? {})) {
        const value = attribute.default
        if (value === null) continue
        expect(isProseNode(node.name) && isProseAttribute(node.name, name, value)).toBe(true)
      }
    }
  })
})
