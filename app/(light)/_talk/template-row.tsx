import { Icon, type IconName } from '../_parts/icon.tsx'

/** A beginning that a cadre often needs. They speak of the group and of the work, never of one household. */
export interface Template {
  icon: IconName
  label: string
  text: string
}

/** A template, or a proposal to fill in. */
export interface Beginning {
  icon: IconName
  label: string
  onChoose: () => void
}

export function TemplateRow({ beginnings }: { beginnings: readonly Beginning[] }) {
  if (beginnings.length === 0) return null
  // One alone is no bar; four stand two by two.
  const width =
    beginnings.length === 1 ? 'px-3.5' : beginnings.length > 3 ? 'grow basis-2/5' : 'flex-auto'
  return (
    <div className="flex flex-wrap gap-2">
      {beginnings.map(({ icon, label, onChoose }) => (
        <button
          className={`${width} inline-flex min-h-11 items-center justify-center gap-1.25 whitespace-nowrap rounded-full border border-line-strong bg-raised px-2 font-medium text-sm`}
          key={label}
          onClick={onChoose}
          type="button"
        >
          <Icon name={icon} size="sm" />
          {label}
        </button>
      ))}
    </div>
  )
}
