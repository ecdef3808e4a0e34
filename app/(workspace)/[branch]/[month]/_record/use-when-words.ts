import { useTranslations } from 'next-intl'
import { formatDay, formatTime } from '#app/_words/format-day.ts'

/** An instant in ISO 8601 as people say it: “lúc 19:42” today, else with its day. */
export function useWhenWords(): (at: string) => string {
  const t = useTranslations('record.when')
  return (at) => {
    const instant = new Date(at)
    const day = formatDay(instant)
    const time = formatTime(instant)
    return day === formatDay(new Date()) ? t('today', { time }) : t('day', { time, day })
  }
}
