import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLanguage, chooseTheme } from '#app/_preferences/actions.ts'
import { readTheme, themeCookie, themes } from '#app/_preferences/themes.ts'
import { languageNames, languages } from '#app/_words/languages.ts'
import { readMe, readMyAdvice, readMyMonths, readMyPlans } from '#server/data/my-plans.ts'
import { readMyAccount } from '#server/data/people.ts'
import { UnsentList } from '../../_offline/unsent-list.tsx'
import { ChoiceForms } from '../../_parts/choice-forms.tsx'
import { chosenMonth } from '../../_parts/chosen-month.ts'
import { Row, RowList } from '../../_parts/row-list.tsx'
import { Section } from '../../_parts/section.tsx'
import { TabBar } from '../../_parts/tab-bar.tsx'
import { TabHead } from '../../_parts/tab-head.tsx'
import { TalkOfPlan } from '../../_parts/talk-of-plan.tsx'
import { LeaveButton } from '../../_talk/leave-button.tsx'
import { MuteSwitch } from '../../_talk/mute-switch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.me')
  return { title: t('title') }
}

/** Who one is here, what one wants to hear of, how the pages look, and the way out. */
export default async function MyOwnPage({ searchParams }: PageProps<'/my/me'>) {
  const [asked, months, me, account, locale, jar, t, role, theme] = await Promise.all([
    searchParams,
    readMyMonths(),
    readMe(),
    readMyAccount(),
    getLocale(),
    cookies(),
    getTranslations('light.me'),
    getTranslations('words.role'),
    getTranslations('shell.person.themes'),
  ])
  const month = chosenMonth(asked['month'], months)
  const plans = await readMyPlans(month)
  const opened = await Promise.all(
    plans
      .filter(({ plan }) => plan !== null)
      .map(async (mine) => ({ mine, news: await readMyAdvice(mine.head.branch.id, month) })),
  )
  const names = Object.fromEntries(plans.map(({ head }) => [head.branch.id, head.branch.name]))
  return (
    <>
      <TabHead title={t('title')} />
      <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
        <Section title={me.name}>
          <RowList>
            {(account?.roles ?? []).map((held) => (
              <Row
                icon="person"
                key={`${held.role} ${held.unitName}`}
                small={held.unitName}
                title={role(held.role)}
              />
            ))}
            <Row href="/account" icon="lock" small={account?.username} title={t('account')} />
          </RowList>
        </Section>
        <UnsentList branches={names} />
        <Section title={t('notices')}>
          <p className="pb-2 text-ink-2 text-base">{t('noticesText')}</p>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {opened.map(({ mine, news }) => (
              <TalkOfPlan key={mine.head.branch.id} me={me} mine={mine} news={news}>
                <MuteSwitch label={mine.head.branch.name} />
              </TalkOfPlan>
            ))}
          </ul>
        </Section>
        <Section title={t('language')}>
          <ChoiceForms
            action={chooseLanguage}
            current={locale}
            label={t('language')}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Section>
        <Section title={t('theme')}>
          <ChoiceForms
            action={chooseTheme}
            current={readTheme(jar.get(themeCookie)?.value)}
            label={t('theme')}
            options={themes.map((value) => ({ value, label: theme(value) }))}
          />
        </Section>
        <div className="pt-6">
          <LeaveButton personId={me.personId} />
        </div>
      </main>
      <TabBar current="me" plans={plans} month={month} />
    </>
  )
}
