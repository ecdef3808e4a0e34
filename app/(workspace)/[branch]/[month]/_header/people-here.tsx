'use client'
import { useTranslations } from 'next-intl'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { type PersonHere, usePeopleHere } from '../_session/use-people-here.ts'
import { HeaderRule } from './header-rule.tsx'

/** How many faces are shown before the rest becomes a number. */
const shown = 4

/** Who else has this plan open: faces in their colours, how many, and the names on demand. Nobody: nothing. */
export function PeopleHere() {
  const t = useTranslations('shell.header')
  const others = onePerPerson(usePeopleHere().filter((person) => !person.isMe))
  if (others.length === 0) return null
  return (
    <>
      <Popover
        align="end"
        label={t('peopleHere')}
        title={t('peopleHere')}
        trigger={
          <button
            className="-mx-1 inline-flex min-h-hit shrink-0 items-center gap-2 whitespace-nowrap rounded-md px-1 text-ink-2 text-sm hover:bg-sunken"
            type="button"
          >
            <span className="inline-flex">
              {others.slice(0, shown).map((person) => (
                <Avatar
                  className="shadow-[0_0_0_2px_var(--color-surface)] not-first:-ml-0.75"
                  colour={person.colour}
                  key={person.personId}
                  name={person.name}
                />
              ))}
            </span>
            <span className="max-lg:sr-only">{t('together', { count: others.length })}</span>
            {others.length > shown && (
              <span aria-hidden="true" className="num lg:hidden">
                +{others.length - shown}
              </span>
            )}
          </button>
        }
      >
        <ul className="grid gap-1.5">
          {others.map((person) => (
            <li className="flex items-center gap-2" key={person.personId}>
              <Avatar colour={person.colour} name={person.name} size="sm" />
              {person.name}
            </li>
          ))}
        </ul>
      </Popover>
      <HeaderRule />
    </>
  )
}

/** Somebody with two tabs is one person. */
function onePerPerson(people: readonly PersonHere[]): PersonHere[] {
  return [...new Map(people.map((person) => [person.personId, person])).values()]
}
