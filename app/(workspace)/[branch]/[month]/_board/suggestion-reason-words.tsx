import { useTranslations } from 'next-intl'
import type { SuggestionReason } from '#domain/suggestion.ts'

/** The strongest ground of a proposal, in words. */
export function SuggestionReasonWords({ reason }: { reason: SuggestionReason }) {
  const t = useTranslations('board.because')
  const words = useTranslations('words')
  switch (reason.kind) {
    case 'need':
      return t('need', { need: words(`need.${reason.need}`) })
    case 'sameHamlet':
      return t('sameHamlet')
    case 'hasRoom':
      return t('hasRoom', { groups: reason.groups, most: reason.most })
  }
}
