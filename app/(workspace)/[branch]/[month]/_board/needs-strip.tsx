import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Count } from '#app/_ui/count.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { Need } from '#domain/needs-attention.ts'
import { useFitting } from './use-fitting.ts'
import { useNeedWords } from './use-need-words.ts'

interface NeedsStripProps {
  needs: readonly Need[]
  onGo: (need: Need) => void
}

/** "Cần xử lý": as many chips as fit in one line, the rest in a menu. Nothing scrolls sideways. */
export function NeedsStrip({ needs, onGo }: NeedsStripProps) {
  const t = useTranslations('board.need')
  const words = useNeedWords()
  const line = useRef<HTMLUListElement>(null)
  const fitting = useFitting(line, needs)
  const rest = needs.slice(fitting)
  return (
    <section aria-label={t('title')} className="flex items-center gap-3.5 px-4 pt-2.5">
      <h2 className="flex items-center gap-2 text-md whitespace-nowrap">
        {t('title')} <Count value={needs.length} />
      </h2>
      {needs.length === 0 && (
        <p className="flex min-h-hit items-center gap-1.5 text-sm text-ink-2">
          <NoticeIcon level="done" size="sm" />
          {t('nothing')}
        </p>
      )}
      <ul ref={line} className="flex min-w-0 flex-1 gap-2 overflow-clip [overflow-clip-margin:4px]">
        {needs.map((need, index) => (
          <li
            key={keyOf(need)}
            className={index < fitting ? '' : 'invisible absolute'}
            inert={index >= fitting}
          >
            <NeedChip need={need} words={words(need)} onGo={onGo} />
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
          {rest.map((need) => {
            const { who, what } = words(need)
            return (
              <MenuItem
                key={keyOf(need)}
                icon={<NoticeIcon level={need.level} />}
                hint={what}
                onClick={() => onGo(need)}
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

interface NeedChipProps {
  need: Need
  words: { who: string; what: string }
  onGo: (need: Need) => void
}

/** Shape, who or what, what is wrong. A click goes there. */
export function NeedChip({ need, words, onGo }: NeedChipProps) {
  return (
    <button
      type="button"
      onClick={() => onGo(need)}
      className={`inline-flex min-h-hit items-center gap-[7px] rounded-md border py-0.5 pr-3 pl-2.25 text-left text-sm leading-tight sm:whitespace-nowrap ${tones[need.level]}`}
    >
      <NoticeIcon level={need.level} />
      <span>
        <b>{words.who}</b> {words.what}
      </span>
    </button>
  )
}

/** One thing that needs attention is one thing, whatever its figures are now. */
export function keyOf(need: Need): string {
  if ('taskId' in need) return `${need.kind}:${need.taskId}`
  if ('groupId' in need) return `${need.kind}:${need.groupId}`
  const target = need.kind === 'placeGone' ? `:${need.target.id}` : ''
  return `${need.kind}:${need.memberId}${target}`
}
