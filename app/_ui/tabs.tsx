'use client'
import { Tabs as Parts } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

/**
 * A few panels in one place, one shown (“Chưa xong | Đã xong”). For pages use links with `aria-current`.
 * `label` names the row for screen readers; `count` stands behind a tab's words.
 */
export interface TabsProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  tabs: readonly { value: Value; label: string; count?: number | undefined; panel: ReactNode }[]
}

export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>) {
  return (
    <Parts.Root onValueChange={(next: Value) => onChange(next)} value={value}>
      <Parts.List aria-label={label} className="inline-flex rounded-md bg-sunken p-0.75">
        {tabs.map((tab) => (
          <Parts.Tab
            className="min-h-hit-sm whitespace-nowrap rounded-sm px-2.25 text-ink-2 text-sm data-active:bg-raised data-active:font-semibold data-active:text-ink data-active:shadow-card"
            key={tab.value}
            value={tab.value}
          >
            {tab.label}
            {tab.count !== undefined && <span className="num"> {tab.count}</span>}
          </Parts.Tab>
        ))}
      </Parts.List>
      {tabs.map((tab) => (
        <Parts.Panel key={tab.value} value={tab.value}>
          {tab.panel}
        </Parts.Panel>
      ))}
    </Parts.Root>
  )
}
