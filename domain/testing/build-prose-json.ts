import type { ProseJson } from '../read-prose.ts'

export function proseOf(...content: ProseJson[]): ProseJson {
  return { type: 'doc', content }
}

export function paragraph(text: string): ProseJson {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
