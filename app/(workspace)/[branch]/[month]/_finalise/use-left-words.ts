import { useTranslations } from 'next-intl'
import type { Check } from '#domain/record/check.ts'

/** “1 mục chặn, 2 lý do”; null when nothing stands in the way. */
export function useLeftWords(): (inTheWay: readonly Check[]) => string | null {
  const t = useTranslations('record.left')
  return (inTheWay) => {
    const blocks = inTheWay.filter(({ weight }) => weight === 'block').length
    const reasons = inTheWay.length - blocks
    const parts = [
      ...(blocks > 0 ? [t('blocks', { count: blocks })] : []),
      ...(reasons > 0 ? [t('reasons', { count: reasons })] : []),
    ]
    return parts.length === 0 ? null : parts.join(', ')
  }
}
