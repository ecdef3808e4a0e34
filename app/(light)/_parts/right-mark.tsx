import { useTranslations } from 'next-intl'
import { Chip } from '#app/_ui/chip.tsx'
import { Icon } from './icon.tsx'

/** What this person may do here: comment, or only look. */
export function RightMark({ mayComment }: { mayComment: boolean }) {
  const t = useTranslations('words.right')
  return (
    <Chip
      className="ml-auto font-medium"
      icon={<Icon name={mayComment ? 'talk' : 'sheet'} size="sm" />}
    >
      {t(mayComment ? 'comment' : 'view')}
    </Chip>
  )
}
