'use client'
import { useAdvice } from '#app/_advice/use-advice.ts'

/** Does this person hear of what is said about a plan? Being mentioned is told in any case. */
export function MuteSwitch({ label }: { label: string }) {
  const { advice, store } = useAdvice()
  return (
    <li>
      <label className="flex min-h-13 items-center gap-3 px-3.5">
        <span className="flex-1">{label}</span>
        <input
          checked={!advice.isMuted}
          className="size-5 accent-accent"
          onChange={(event) => store.do({ kind: 'mute', muted: !event.target.checked })}
          type="checkbox"
        />
      </label>
    </li>
  )
}
