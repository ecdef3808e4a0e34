import { getTranslations } from 'next-intl/server'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import type { LightPlan } from './light-plan.ts'

export type Tab = 'home' | 'groups' | 'advice' | 'plan' | 'me'

/** The four places of the light pages, under the thumb. The third is advice for those who may give it, else the plan. */
export interface TabBarProps {
  current: Tab
  month: string
  /** The reader's branches. */
  plans: readonly Pick<LightPlan, 'head' | 'mayComment'>[]
  /** Open threads or notices that wait for this person, on the third place. */
  waiting?: number
}

const icons: Record<Tab, IconName> = {
  home: 'house',
  groups: 'people',
  advice: 'talk',
  plan: 'sheet',
  me: 'person',
}

export async function TabBar({ current, month, plans, waiting = 0 }: TabBarProps) {
  const mayComment = plans.some((plan) => plan.mayComment)
  const t = await getTranslations('light.tabs')
  const tabs: Tab[] = ['home', 'groups', mayComment ? 'advice' : 'plan', 'me']
  return (
    <nav
      aria-label={t('label')}
      className="sticky bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto grid max-w-150 grid-cols-4 px-1 pt-1 pb-2">
        {tabs.map((tab) => (
          <li key={tab}>
            <a
              aria-current={tab === current ? 'page' : undefined}
              className="group grid min-h-13.5 content-center justify-items-center gap-0.5 text-ink-2 text-sm leading-tight no-underline aria-[current]:font-semibold aria-[current]:text-accent-ink"
              href={addressOf(tab, month, plans[0]?.head.branch.id)}
            >
              <span className="relative grid h-7 w-14 place-items-center rounded-full group-aria-[current]:bg-accent-soft">
                <Icon name={icons[tab]} />
                {tab === 'advice' && waiting > 0 && <Badge value={waiting} />}
              </span>
              {t(tab)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function addressOf(tab: Tab, month: string, branchId: string | undefined): string {
  if (tab === 'plan' && branchId) return `/my/${branchId}/${month}`
  return tab === 'home' || tab === 'plan' ? `/my?month=${month}` : `/my/${tab}?month=${month}`
}

function Badge({ value }: { value: number }) {
  return (
    <b
      className={classNames(
        'num absolute -top-1 right-1 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-ink px-1 text-raised text-xs leading-tight',
      )}
    >
      {value > 99 ? '99+' : value}
    </b>
  )
}
