import { useEffect, useMemo, useState } from 'react'
import { type PlanContent, readPlanContent } from '#domain/plan-content.ts'
import { canonicalJson, sha256Hex } from '#domain/record/canonical-json.ts'
import { type RecordContent, recordContent } from '#domain/record/record-content.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** What this screen shows, as it would be signed off, and its hash. */
export interface ShownContent {
  content: RecordContent
  sha256: string
}

/** How long everybody's typing rests before it is read and hashed again, in milliseconds. */
const restMs = 150

/** The content of the document with its hash, as it was when the typing last rested. */
export function useContent(): ShownContent {
  const { doc, roster, month } = usePlanSession()
  const [plan, setPlan] = useState<PlanContent>(() => readPlanContent(doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => setPlan(readPlanContent(doc))
    const readSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(read, restMs)
    }
    read()
    doc.on('update', readSoon)
    return () => {
      clearTimeout(timer)
      doc.off('update', readSoon)
    }
  }, [doc])
  return useMemo(() => {
    const content = recordContent(roster, plan, month)
    return { content, sha256: sha256Hex(canonicalJson(content)) }
  }, [roster, plan, month])
}
