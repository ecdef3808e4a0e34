import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Count } from '#app/_ui/count.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { Check } from '#domain/record/check.ts'
import { useCheckWords } from '../_record/use-check-words.ts'
import { useBoard } from './board-view-context.ts'
import { useFitting } from './use-fitting.ts'

interface NeedsStripProps {
  checks: readonly Check[]
  onGo: (check: Check) => void
}

/** "Cần xử lý": as many chips as fit in one line, the rest in a menu. Nothing scrolls sideways. */
export function NeedsStrip({ checks, onGo }: NeedsStripProps) {
  const t = useTranslations('board.need')
  const { roster, plan } = useBoard()
  const words = useCheckWords(roster, plan)
  const line = useRef<HTMLUListElement>(null)
  const fitting = useFitting(line, checks)
  const rest = checks.slice(fitting)
  return (
    <section aria-label={t('title')} className="flex items-center gap-3.5 px-4 pt-2.5">
      <h2 className="flex items-center gap-2 text-md whitespace-nowrap">
        {t('title')} <Count value={checks.length} />
      </h2>
      {checks.length === 0 && (
        <p className="flex min-h-hit items-center gap-1.5 text-sm text-ink-2">
          <NoticeIcon level="done" size="sm" />
          {t('nothing')}
        </p>
      )}
      <ul ref={line} className="flex min-w-0 flex-1 gap-2 overflow-clip [overflow-clip-margin:4px]">
        {checks.map((check, index) => (
          <li
            key={check.key}
            className={index < fitting ? '' : 'invisible absolute'}
            inert={index >= fitting}
          >
            <CheckChip check={check} onGo={onGo} words={words(check)} />
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Menu
          align="end"
          trigger={
            <Button size="sm" kind="quiet">
              {t('more', { count: rest.length })}
            </Button>
          }
        >
          {rest.map((check) => {
            const { who, what } = words(check)
            return (
              <MenuItem
                key={check.key}
                icon={<NoticeIcon level={check.weight} />}
                hint={what}
                onClick={() => onGo(check)}
              >
                {who}
              </MenuItem>
            )
          })}
        </Menu>
      )}
    </section>
  )
}

const tones = {
  block: 'border-block-line bg-block-soft',
  reason: 'border-reason-line bg-reason-soft',
  note: 'border-line-strong bg-note-soft',
} as const

interface CheckChipProps {
  check: Check
  words: { who: string; what: string }
  onGo: (check: Check) => void
}

/** Shape, who or what, what is wrong. A click goes there. */
export function CheckChip({ check, words, onGo }: CheckChipProps) {
  return (
    <button
      type="button"
      onClick={() => onGo(check)}
      className={`inline-flex min-h-hit items-center gap-[7px] rounded-md border py-0.5 pr-3 pl-2.25 text-left text-sm leading-tight sm:whitespace-nowrap ${tones[check.weight]}`}
    >
      <NoticeIcon level={check.weight} />
      <span>
        <b>{words.who}</b> {words.what}
      </span>
    </button>
  )
}
