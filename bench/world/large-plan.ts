// A plan of some 3.5 MB in which twenty people have written here and there for a long time. Its structs are as
// small as those of a text that was really typed: 16 bytes each, as in the trace of cold-open.ts.
import * as Y from 'yjs'
import { proseParts } from '../../domain/plan-doc.ts'
import { newText, openForTyping } from './trace.ts'

const writers = Array.from({ length: 20 }, (_, at) => 9_000 + at)
const passages = 145_000
const words = 'rà soát hộ nghèo, hỗ trợ giống lúa và phân bón, làm đường vào bản, sửa nhà văn hoá; '

export function encodeLargePlan(base: Uint8Array): { base: Uint8Array; writers: number[] } {
  const doc = openForTyping(base, 8_999)
  const texts = Array.from({ length: 45 }, (_, at) => newText(doc, proseParts[at % 3] ?? 'focus'))
  let dice = 12_345
  const roll = (sides: number) => {
    dice = (Math.imul(dice, 1_103_515_245) + 12_345) >>> 0
    return (dice >>> 8) % sides
  }
  for (let n = 0; n < passages; n += 1) {
    doc.clientID = writers[roll(writers.length)] ?? 0
    const text = texts[roll(texts.length)]
    text?.insert(roll(text.length + 1), words.slice(0, 1 + roll(11)))
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { base: state, writers: [8_999, ...writers] }
}
