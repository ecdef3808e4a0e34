'use client'
import { ChevronDown, House } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Menu, MenuLink, MenuSeparator } from '#app/_ui/menu.tsx'
import { Picker } from '#app/_ui/picker.tsx'
import { shortName } from '../../../_branches/short-name.ts'
import { usePageOfMonth } from './page-of-month.ts'

/** From this many branches on, a list is searched and not read. */
const searchFrom = 8

export interface BranchSwitcherProps {
  branch: { id: string; name: string }
  branches: readonly { id: string; name: string }[]
  month: string
}

/** The branch's name and the way to the others that one may see, in the same month and page. */
export function BranchSwitcher({ branch, branches, month }: BranchSwitcherProps) {
  const t = useTranslations('shell.header')
  const router = useRouter()
  const page = usePageOfMonth()
  const trigger = <BranchButton name={branch.name} />
  if (branches.length >= searchFrom) {
    return (
      <Picker
        emptyText={t('noBranch')}
        label={t('chooseBranch')}
        onPick={(id) => router.push(`/${id}/${month}${page}`)}
        options={branches.map(({ id, name }) => ({ id, label: name }))}
        searchLabel={t('searchBranch')}
        selected={branch.id}
        trigger={trigger}
      />
    )
  }
  return (
    <Menu trigger={trigger}>
      {branches.map(({ id, name }) => (
        <MenuLink current={id === branch.id} href={`/${id}/${month}${page}`} key={id}>
          {name}
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href="/" icon={<House aria-hidden="true" />}>
        {t('allBranches')}
      </MenuLink>
    </Menu>
  )
}

/** A phone has no room for the word that stands before every branch's name. */
function BranchButton({ name, ...others }: { name: string }) {
  const t = useTranslations('shell.header')
  return (
    <button
      {...others}
      aria-label={t('branch', { name })}
      className="inline-flex min-h-hit items-center gap-1.75 rounded-md px-2 text-left font-semibold text-lg leading-tight hover:bg-sunken max-sm:text-balance max-sm:px-1 max-sm:text-base"
      type="button"
    >
      <h1 className="font-semibold">
        <span className="max-sm:hidden">{name}</span>
        <span
          aria-hidden="true"
          className="before:content-[attr(data-short)] sm:hidden"
          data-short={shortName(name)}
        />
      </h1>
      <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-2" />
    </button>
  )
}
