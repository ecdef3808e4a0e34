import type { ReactNode } from 'react'
import { OutboxProvider } from '#app/_advice/outbox-provider.tsx'
import { requireActor } from '#server/data/current-actor.ts'

/** The frame of the light pages: made for a phone on a weak line, without the live document. */
export default async function LightLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  return (
    <OutboxProvider key={actor.personId} personId={actor.personId}>
      {children}
    </OutboxProvider>
  )
}
