import { Document, type ISectionOptions, Packer, PageOrientation } from 'docx'
import type { Paper, PaperBlock } from '#domain/papers/paper.ts'
import { docxBlock } from './docx-block.ts'
import { docxClosing } from './docx-closing.ts'
import { docxFoot, docxNumber } from './docx-margins.ts'
import { docxOpening } from './docx-opening.ts'
import { lineSpacing } from './docx-spacing.ts'
import { twipsOf } from './millimetres.ts'
import { settleZip } from './settle-zip.ts'

/** On every Windows, with the measures of the Tinos that PDF embeds. */
const font = 'Times New Roman'

/** The paper as a document for Word and LibreOffice. The same paper gives the same bytes. */
export async function drawDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: [paper.name, ...paper.title.about].join(' '),
    creator: paper.head.issuer,
    lastModifiedBy: paper.head.issuer,
    styles: {
      default: {
        document: {
          run: { font, size: 2 * paper.layout.size.body, language: { value: 'vi-VN' } },
          paragraph: { spacing: lineSpacing(paper.layout.lineHeight * paper.layout.size.body) },
        },
      },
    },
    sections: [await section(paper)],
  })
  return settleZip(await Packer.toBuffer(document), paper.at ?? '1980-01-01T00:00:00Z')
}

async function section(paper: Paper): Promise<ISectionOptions> {
  const { page, margin, numberAt, footAt } = paper.layout
  const isTurned = page.width > page.height
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
  return {
    properties: {
      titlePage: true,
      page: {
        // Of a turned page, the measures are those before it is turned.
        size: {
          width: twipsOf(short),
          height: twipsOf(long),
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twipsOf(margin.top),
          right: twipsOf(margin.right),
          bottom: twipsOf(margin.bottom),
          left: twipsOf(margin.left),
          header: twipsOf(numberAt),
          footer: twipsOf(footAt),
        },
      },
    },
    headers: docxNumber(),
    footers: docxFoot(paper),
    children: [
      ...docxOpening(paper),
      ...paper.blocks.flatMap((block, index) =>
        docxBlock(block, paper.layout, isLastText(paper.blocks, index)),
      ),
      ...(await docxClosing(paper)),
    ],
  }
}

/** Names do not sign on a page of their own: the last words of the text go with them. */
function isLastText(blocks: readonly PaperBlock[], index: number): boolean {
  return index === blocks.length - 1 && blocks[index]?.kind === 'paragraph'
}
