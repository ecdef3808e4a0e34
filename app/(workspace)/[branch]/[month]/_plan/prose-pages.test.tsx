import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ProseJson } from '#domain/read-prose.ts'
import { ProsePages } from './prose-pages.tsx'

const draw = (...content: ProseJson[]) =>
  renderToStaticMarkup(<ProsePages prose={{ type: 'doc', content }} />)

const text = (words: string): ProseJson => ({ type: 'text', text: words })

it('[V5] draws everything that a branch can write, as the editor shows it', () => {
  const item: ProseJson = {
    type: 'listItem',
    content: [{ type: 'paragraph', content: [text('một')] }],
  }
  expect(
    draw(
      { type: 'heading', attrs: { level: 3 }, content: [text('Trọng tâm')] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'đậm', marks: [{ type: 'bold' }, { type: 'underline' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'nghiêng', marks: [{ type: 'italic' }] },
        ],
      },
      { type: 'bulletList', content: [item] },
      { type: 'orderedList', attrs: { start: 4 }, content: [item] },
    ),
  ).toBe(
    '<h3>Trọng tâm</h3><p><u><strong>đậm</strong></u><br/><em>nghiêng</em></p>' +
      '<ul><li><p>một</p></li></ul><ol start="4"><li><p>một</p></li></ol>',
  )
})

it('draws letters as letters, whatever they spell', () => {
  expect(draw({ type: 'paragraph', content: [text('<script>alert(1)</script>')] })).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
})
