import { type ReactNode, useRef, useState } from 'react'
import type { ActOutcome } from '../_record/desk-link.ts'
import type { DeskAct } from '../_record/desk-store.ts'
import { useDesk } from '../_record/use-desk.ts'
import { PasswordDialog } from './password-dialog.tsx'

interface ConfirmedAct {
  /** Null when whoever was asked for the password turned back. */
  run: (act: DeskAct) => Promise<ActOutcome | null>
  /** Asks for the password while it is wanted; stands beside whatever `run` is called from. */
  dialog: ReactNode
}

/** Does what wants the password given lately: asks for it first where that is due, here or by the server's word. */
export function useConfirmedAct(before: 'finalise' | 'reopen'): ConfirmedAct {
  const { desk, act } = useDesk()
  const [isAsking, setAsking] = useState(false)
  const answer = useRef<(isConfirmed: boolean) => void>(() => undefined)
  const ask = () =>
    new Promise<boolean>((resolve) => {
      answer.current = resolve
      setAsking(true)
    })
  const settle = (isConfirmed: boolean) => {
    setAsking(false)
    answer.current(isConfirmed)
  }
  return {
    async run(sent) {
      const until = desk?.confirmedUntil ? Date.parse(desk.confirmedUntil) : 0
      if (until <= Date.now() && !(await ask())) return null
      const outcome = await act(sent)
      const isUnconfirmed = outcome.kind === 'refused' && outcome.code === 'confirmPassword'
      if (!isUnconfirmed) return outcome
      return (await ask()) ? act(sent) : null
    },
    dialog: isAsking ? (
      <PasswordDialog
        before={before}
        onClose={() => settle(false)}
        onConfirmed={() => settle(true)}
      />
    ) : null,
  }
}
