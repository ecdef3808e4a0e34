import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { Paper } from '#domain/papers/paper.ts'
import { pageWords } from './page-words.ts'

/** The page's number on top, from the second page on. */
export function docxNumber(): { default: Header; first: Header } {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  return {
    default: new Header({ children: [number] }),
    first: new Header({ children: [new Paragraph({})] }),
  }
}

/** What paper it is, and page x of y, below on every page. */
export function docxFoot(paper: Paper): { default: Footer; first: Footer } {
  const foot = () =>
    new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [
            new TextRun({
              size: 2 * paper.layout.size.foot,
              color: '333333',
              children: [
                `${paper.foot}, `,
                ...pageWords(paper.pageWords, {
                  page: () => PageNumber.CURRENT,
                  pages: () => PageNumber.TOTAL_PAGES,
                  words: (text) => text,
                }),
              ],
            }),
          ],
        }),
      ],
    })
  return { default: foot(), first: foot() }
}
