import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { RosterChange } from '#domain/record/roster-changes.ts'

type Told = Extract<RosterChange, { facts: unknown }>
type Fact = Told['facts'][number]

/** So many are named in a line; the rest is counted. */
const named = 3

/** Says what of the commune's lists is otherwise: “Nhóm 4: số hộ 12 → 13”, and in short whom and what it concerns. */
export function useRosterWords() {
  const t = useTranslations('record.roster')
  const valueWords = useValueWords()
  const factWords = (fact: Fact) => {
    const [from, to] = valueWords(fact)
    return t('fromTo', { fact: t(`fact.${fact.fact}`), from, to })
  }
  const nameOf = (change: RosterChange) =>
    change.kind === 'order' ? t(`order.${change.of}`) : change.name
  return {
    told(change: RosterChange): string {
      if (change.kind === 'order') return t(`order.${change.of}`)
      const { name, how } = change
      if (how !== 'edited') return t(how, { name })
      return t('edited', { name, facts: change.facts.map(factWords).join(', ') })
    },
    concerned(roster: readonly RosterChange[]): string {
      const names = [...new Set(roster.map(nameOf))]
      const rest = names.length - named
      const first = names.slice(0, named).join(', ')
      return rest > 0 ? t('andMore', { names: first, count: rest }) : first
    },
  }
}

/** Before and after. */
function useValueWords(): (fact: Fact) => [string, string] {
  const t = useTranslations('record.roster')
  const words = useTranslations('words')
  const both = <Value>(say: (value: Value) => string, from: Value, to: Value) =>
    [say(from), say(to)] satisfies [string, string]
  const none = t('none')
  return (change) => {
    switch (change.fact) {
      case 'standing':
        return both((value) => words(`standing.${value}`), change.from, change.to)
      case 'office':
        return both((value) => (value ? words(`role.${value}`) : none), change.from, change.to)
      case 'field':
        return both((value) => (value ? words(`workField.${value}`) : none), change.from, change.to)
      case 'reason':
        return both(
          (value) => {
            if (value === null) return none
            const reason = words(`reason.${value.kind}`)
            return value.until ? t('until', { reason, day: formatDay(value.until) }) : reason
          },
          change.from,
          change.to,
        )
      case 'needs':
        return both(
          (value) =>
            value.map((each) => `${words(`need.${each.need}`)} ${each.households}`).join('; ') ||
            none,
          change.from,
          change.to,
        )
      default:
        return both((value) => (value === null ? none : String(value)), change.from, change.to)
    }
  }
}
