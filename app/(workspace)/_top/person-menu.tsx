'use client'
import { KeyRound, LogOut } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { chooseLanguage, chooseTheme } from '#app/_preferences/actions.ts'
import { showTheme } from '#app/_preferences/show-theme.ts'
import { type Theme, themes } from '#app/_preferences/themes.ts'
import { useTheme } from '#app/_preferences/use-theme.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Menu, MenuChoices, MenuItem, MenuLink, MenuSeparator } from '#app/_ui/menu.tsx'
import { languageNames, languages } from '#app/_words/languages.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { leave } from './actions.ts'
import { isSomethingUnsent } from './is-something-unsent.ts'
import { LeaveDialog } from './leave-dialog.tsx'

/** Whoever is signed in. `roles` without repetition, the strongest first. */
export interface MenuPerson {
  personId: string
  name: string
  roles: readonly RoleName[]
}

interface PersonMenuProps {
  person: MenuPerson
  /** Ways of the page that its header has no room for. */
  more?: ReactNode
}

/** One's own menu: language, theme, account, sign out. Signing out asks first while something is not sent. */
export function PersonMenu({ person, more }: PersonMenuProps) {
  const t = useTranslations('shell.person')
  const role = useTranslations('words.role')
  const [isAsking, setAsking] = useState(false)
  const [, startLeaving] = useTransition()
  const roles = person.roles.map((name) => role(name)).join(', ')
  const go = () => startLeaving(() => leave())
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            className="-mr-1.5 inline-grid size-hit shrink-0 place-items-center rounded-full hover:bg-sunken"
            type="button"
          >
            <Avatar className="border border-line" name={person.name} />
            <span className="sr-only">{t('menu', { name: person.name })}</span>
          </button>
        }
      >
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="font-semibold leading-tight">{person.name}</p>
          {roles && <p className="text-ink-2 text-sm">{roles}</p>}
        </div>
        <MenuSeparator />
        {more}
        <Preferences />
        <MenuSeparator />
        <MenuLink href="/account" icon={<KeyRound aria-hidden="true" />}>
          {t('account')}
        </MenuLink>
        <MenuItem
          icon={<LogOut aria-hidden="true" />}
          onClick={() => {
            void isSomethingUnsent(person.personId).then((isUnsent) => {
              if (isUnsent) setAsking(true)
              else go()
            })
          }}
        >
          {t('signOut')}
        </MenuItem>
      </Menu>
      <LeaveDialog onLeave={go} onOpenChange={setAsking} open={isAsking} />
    </>
  )
}

function Preferences() {
  const t = useTranslations('shell.person')
  const theme = useTheme()
  const [, startSaving] = useTransition()
  return (
    <>
      <MenuChoices
        label={t('language')}
        onChange={(language) => startSaving(() => chooseLanguage(language))}
        options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        value={useLocale()}
      />
      <MenuChoices<Theme>
        label={t('theme')}
        onChange={(next) => {
          showTheme(next)
          startSaving(() => chooseTheme(next))
        }}
        options={themes.map((name) => ({ value: name, label: t(`themes.${name}`) }))}
        value={theme}
      />
    </>
  )
}
