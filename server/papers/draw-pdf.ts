import pdfmake from 'pdfmake'
import type { Content, NodeStartPosition, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Paper, PaperBlock } from '#domain/papers/paper.ts'
import { naturalLine } from '#domain/papers/paper-look.ts'
import { pointsOf } from './millimetres.ts'
import { paperFonts } from './paper-fonts.ts'
import { pdfBlock } from './pdf-block.ts'
import { pdfClosing } from './pdf-closing.ts'
import { pdfLine } from './pdf-line.ts'
import { pdfOpening } from './pdf-opening.ts'
import { PdfPieces, type Unparted } from './pdf-pieces.ts'

const fonts = paperFonts()
pdfmake.setFonts({ Tinos: { ...fonts } })
// Nothing in a paper names a file or an address to load; were there one, it would not be opened.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => Object.values(fonts).includes(file))

/**
 * The paper as PDF. The same paper gives the same bytes. Throws rather than give a paper that lacks something of what it
 * is to say.
 */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  const whole = await attempt(paper, new Set())
  if (whole.missing.length === 0) return whole.bytes()
  // What is higher than a page does not stay whole, so that it is there.
  const parted = await attempt(paper, new Set(whole.missing.flatMap(({ of }) => of ?? [])))
  const { length } = parted.missing
  if (length > 0)
    throw new Error(`papers: ${length} texts of ${paper.form} found no place on a page`)
  return parted.bytes()
}

async function attempt(paper: Paper, parted: ReadonlySet<Unparted>) {
  const pieces = new PdfPieces()
  const drawn = pdfmake.createPdf(definition(paper, parted, pieces))
  return { missing: pieces.missingIn(await drawn.getStream()), bytes: () => drawn.getBuffer() }
}

function definition(
  paper: Paper,
  parted: ReadonlySet<Unparted>,
  pieces: PdfPieces,
): TDocumentDefinitions {
  const { layout } = paper
  const { page, margin, size } = layout
  const { inner, last } = endingOf(paper)
  return {
    pageSize: { width: pointsOf(page.width), height: pointsOf(page.height) },
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom].map(pointsOf) as [
      number,
      number,
      number,
      number,
    ],
    defaultStyle: {
      font: 'Tinos',
      fontSize: size.body,
      lineHeight: pdfLine(layout.lineHeight),
    },
    language: 'vi',
    info: {
      title: [paper.name, ...paper.title.about].join(' '),
      author: paper.head.issuer,
      creator: 'Bàn Việc',
      producer: 'Bàn Việc',
      creationDate: new Date(paper.at ?? 0),
      modDate: new Date(paper.at ?? 0),
    },
    header: (current: number) => (current > 1 ? pageNumber(current, layout.numberAt) : null),
    footer: (current: number, all: number) => foot(paper, current, all),
    content: pieces.number([
      ...pdfOpening(paper),
      ...inner.flatMap((block) => pdfBlock(block, layout, parted)),
      pdfClosing(
        paper,
        last.flatMap((block) => pdfBlock(block, layout, parted)),
        parted,
      ),
    ]),
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && roomBelow(startPosition) < roomForHeading,
  }
}

/** A heading is left on its page when something of what it heads can stand below it: points. */
const roomForHeading = 95

function roomBelow({ pageInnerHeight, verticalRatio }: NodeStartPosition): number {
  return pageInnerHeight * (1 - verticalRatio)
}

/** Names do not sign on a page of their own: the last words of the text go with them. */
function endingOf({ blocks }: Paper): { inner: PaperBlock[]; last: PaperBlock[] } {
  const isText = blocks.at(-1)?.kind === 'paragraph'
  const at = isText ? blocks.length - 1 : blocks.length
  return { inner: blocks.slice(0, at), last: blocks.slice(at) }
}

function pageNumber(current: number, at: number): Content {
  return { text: String(current), alignment: 'center', margin: [0, pointsOf(at), 0, 0] }
}

function foot({ layout, foot: words, pageWords }: Paper, current: number, all: number): Content {
  const { margin, footAt, size } = layout
  const pages = pageWords.replace('{page}', String(current)).replace('{pages}', String(all))
  return {
    text: `${words}, ${pages}`,
    fontSize: size.foot,
    lineHeight: pdfLine(naturalLine),
    color: '#333333',
    alignment: 'right',
    margin: [
      pointsOf(margin.left),
      pointsOf(margin.bottom - footAt) - size.foot,
      pointsOf(margin.right),
      0,
    ],
  }
}
