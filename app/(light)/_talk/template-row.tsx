'use client'
import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '../_parts/icon.tsx'

/** A beginning that a cadre often needs. They speak of the group and of the work, never of one household. */
export interface Template {
  icon: IconName
  label: string
  text: string
}

export interface TemplateRowProps {
  templates: readonly Template[]
  onChoose: (text: string) => void
  /** Opens the proposal of another member; null where there is nobody to replace. */
  onSwap: (() => void) | null
}

export function TemplateRow({ templates, onChoose, onSwap }: TemplateRowProps) {
  const t = useTranslations('light.live.swap')
  if (templates.length === 0 && !onSwap) return null
  const look =
    'inline-flex min-h-11 flex-auto items-center justify-center gap-1.25 whitespace-nowrap rounded-full border border-line-strong bg-raised px-2 font-medium text-sm'
  return (
    <div className="flex flex-wrap gap-2">
      {onSwap && (
        <button className={look} onClick={onSwap} type="button">
          <Icon name="move" size="sm" />
          {t('open')}
        </button>
      )}
      {templates.map(({ icon, label, text }) => (
        <button className={look} key={label} onClick={() => onChoose(text)} type="button">
          <Icon name={icon} size="sm" />
          {label}
        </button>
      ))}
    </div>
  )
}
