'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Paper } from '#domain/papers/paper.ts'
import type { QrPicture } from '#domain/papers/qr-picture.ts'
import { inOrder } from './in-order.ts'
import { measurePages } from './measure-pages.ts'
import { joinRows, type PagePart, partsOf } from './paper-parts.ts'
import { PaperPiece } from './paper-piece.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { paperStyle } from './paper-style.ts'
import { paperFaces } from './tinos.ts'
import { useFitting } from './use-fitting.ts'
import './paper.css'

export interface PaperSheetsProps {
  /** Made by domain/papers/forms.ts; drawn anew whenever it is another object. */
  paper: Paper
  /** Of the proof's address, made by the server; a draft has none. */
  qr?: QrPicture | null
}

/**
 * A paper as sheets of A4, as wide as there is room, broken into pages as it will be printed. Before the browser has
 * measured it, one long sheet.
 */
export function PaperSheets({ paper, qr = null }: PaperSheetsProps) {
  const measure = useRef<HTMLDivElement>(null)
  const [laid, setLaid] = useState<{ paper: Paper; faces: number; pages: PagePart[][] }>()
  const faces = useLoadedFaces()
  const { frame, scale } = useFitting(paper.layout.page.width)
  const isLaid = laid?.paper === paper && laid.faces === faces

  useLayoutEffect(() => {
    if (isLaid || measure.current === null) return
    setLaid({ paper, faces, pages: measurePages(paper, measure.current) })
  }, [isLaid, paper, faces])

  const parts = partsOf(paper)
  // Until the new one is measured the old one stays, and with it where somebody is reading.
  const seen = laid ?? { paper, pages: [joinRows(parts)] }
  return (
    <div
      className={`${paperFaces} relative overflow-hidden print:overflow-visible`}
      ref={frame}
      style={paperStyle(paper.layout, scale)}
    >
      <div className="paper-sheets">
        {inOrder(seen.pages, (page, index) => (
          <PaperSheet
            number={index + 1}
            of={seen.pages.length}
            paper={seen.paper}
            parts={page}
            qr={qr}
          />
        ))}
      </div>
      {isLaid ? null : (
        <div aria-hidden="true" className="paper-measure" ref={measure}>
          {inOrder(joinRows(parts), (part) => (
            <PaperPiece paper={paper} part={part} qr={qr} />
          ))}
        </div>
      )}
    </div>
  )
}

/** Rises when faces have been loaded: letters of another face are of another width. */
function useLoadedFaces(): number {
  const [loads, setLoads] = useState(0)
  useEffect(() => {
    const count = () => setLoads((before) => before + 1)
    document.fonts.addEventListener('loadingdone', count)
    return () => document.fonts.removeEventListener('loadingdone', count)
  }, [])
  return loads
}
