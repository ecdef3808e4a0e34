'use client'
import { useEffect } from 'react'
import { useAdviceOutbox } from '#app/_advice/use-advice.ts'

/** What stands on this page is read: on this device at once, on all others when the server has heard of it. */
export function MarkRead({ noticeIds }: { noticeIds: readonly string[] }) {
  const { outbox } = useAdviceOutbox()
  const ids = noticeIds.join(' ')
  useEffect(() => {
    if (ids === '') return
    const act = { kind: 'read' as const, id: crypto.randomUUID(), noticeIds: ids.split(' ') }
    void outbox.add(act, null)
  }, [ids, outbox])
  return null
}
