import { useTranslations } from 'next-intl'
import type { GroupView } from '#domain/roster-view.ts'
import { PovertyFacts } from './poverty-facts.tsx'
import { Row } from './row-list.tsx'

/** A group in a list: who is in charge, or that nobody is. `small` says where it is. */
export interface GroupRowProps {
  group: GroupView
  holders: readonly string[]
  href: string
  small?: string
}

export function GroupRow({ group, holders, href, small }: GroupRowProps) {
  const t = useTranslations('light.groups')
  const words = useTranslations('words.count')
  const isEmpty = holders.length === 0
  return (
    <Row
      aside={
        <span className="num shrink-0 text-ink-2 text-sm">
          {words('households', { count: group.households })}
        </span>
      }
      href={href}
      icon={isEmpty ? 'block' : undefined}
      ink="block"
      small={small}
      title={group.name}
    >
      <span className={isEmpty ? 'text-block' : undefined}>
        {isEmpty ? t('nobody') : holders.join(', ')}
      </span>
      {(group.poor > 0 || group.nearPoor > 0) && (
        <PovertyFacts nearPoor={group.nearPoor} poor={group.poor} />
      )}
    </Row>
  )
}
