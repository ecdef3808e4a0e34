import { Landmark } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { shortMonth } from '#app/_words/format-month.ts'
import { shareNames } from '#domain/coverage.ts'
import { DomainError } from '#domain/errors.ts'
import { sumFigures } from '#domain/record/commune-month.ts'
import { type CommuneMonth, readCommuneMonth } from '#server/data/commune-month.ts'
import { requireActor } from '#server/data/current-actor.ts'
import { CommuneHead } from '../../../_commune/commune-head.tsx'
import { CommuneTable } from '../../../_commune/commune-table.tsx'
import { FreshPage } from '../../../_commune/fresh-page.tsx'
import { OrderLinks } from '../../../_commune/order-links.tsx'
import { ShareTile } from '../../../_commune/share-tile.tsx'
import { choiceQuery, readChoice, shownBranches } from '../../../_commune/shown-branches.ts'
import { StatesTile } from '../../../_commune/states-tile.tsx'
import { rolesOf } from '../../../_top/roles-of.ts'
import { TopBar } from '../../../_top/top-bar.tsx'

type Props = PageProps<'/commune/[commune]/[month]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { month } = await params
  const t = await getTranslations('commune')
  return { title: t('title', { month: shortMonth(month) }) }
}

/** A whole commune's month in one screen, for its office. */
export default async function CommunePage({ params, searchParams }: Props) {
  const { commune: communeId, month } = await params
  const actor = await requireActor()
  const seen = await readOrNotFound(communeId, month)
  const choice = readChoice(await searchParams)
  const total = sumFigures(seen.branches.map(({ figures }) => figures))
  const t = await getTranslations('commune')
  const shown = shownBranches(seen.branches, choice)
  const now = Date.now()
  return (
    <>
      <TopBar
        person={{
          personId: actor.personId,
          name: actor.fullName,
          roles: rolesOf(actor.grants),
        }}
      >
        <CommuneHead
          asOf={oldest(seen, now)}
          commune={seen.commune}
          hasRecords={seen.branches.some(({ recordId }) => recordId !== null)}
          month={month}
        />
      </TopBar>
      <main className="grid gap-2 px-4 py-2.5" id="content">
        <section
          aria-label={t('together')}
          className="grid grid-cols-2 gap-2.5 lg:grid-cols-[minmax(0,1.9fr)_repeat(4,minmax(0,1fr))]"
        >
          <StatesTile branches={seen.branches} />
          {shareNames.map((share) => (
            <ShareTile
              {...total[share]}
              href={choiceQuery({ ...choice, only: choice.only === share ? null : share })}
              isChosen={choice.only === share}
              key={share}
              share={share}
            />
          ))}
        </section>
        {shown.length === 0 ? (
          <EmptyState icon={<Landmark />} level={2} title={t('noneTitle')}>
            <OrderLinks choice={choice} />
          </EmptyState>
        ) : (
          <CommuneTable
            branches={shown}
            dueDay={seen.rules.dueDay}
            isWhole={choice.only === null}
            month={month}
            now={now}
            order={<OrderLinks choice={choice} />}
          />
        )}
      </main>
      <FreshPage />
    </>
  )
}

/** When the oldest figures were counted that still change. */
function oldest({ branches }: CommuneMonth, now: number): string {
  const counted = branches
    .filter(({ state }) => state !== 'finalised' && state !== 'notOpened')
    .map(({ asOf }) => asOf)
  return counted.sort()[0] ?? new Date(now).toISOString()
}

async function readOrNotFound(communeId: string, month: string): Promise<CommuneMonth> {
  try {
    return await readCommuneMonth(communeId, month)
  } catch (error) {
    if (error instanceof DomainError) notFound()
    throw error
  }
}
