import { useTranslations } from 'next-intl'

const width = 72
const height = 18
const inset = 2

/** Six months of households looked after, as a small line; the numbers are its words. Nothing where there is one month. */
export function TrendLine({ trend }: { trend: readonly (number | null)[] }) {
  const t = useTranslations('commune')
  const step = (width - 2 * inset) / (trend.length - 1)
  const points = trend.flatMap((percent, at) =>
    percent === null
      ? []
      : [{ x: inset + at * step, y: inset + (1 - percent / 100) * (height - 2 * inset) }],
  )
  const last = points.at(-1)
  if (points.length < 2 || !last) return null
  const numbers = trend.map((percent) => (percent === null ? '–' : `${percent} %`)).join(', ')
  return (
    <svg
      aria-label={t('trend', { numbers })}
      className="block h-4.5 w-18 overflow-visible"
      role="img"
      viewBox={`0 0 ${width} ${height}`}
    >
      <polyline
        className="fill-none stroke-[1.5px] stroke-meter"
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
      />
      <circle className="fill-accent" cx={last.x} cy={last.y} r={2.4} />
    </svg>
  )
}
