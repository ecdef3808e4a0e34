import { FileText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import { applyTemplate } from '#domain/commands/apply-template.ts'
import type { PlanTemplateView } from '#domain/roster-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Starting texts. They only ever fill what is empty, so nothing that somebody wrote can be lost by one. */
export function TemplateMenu() {
  const t = useTranslations('plan.template')
  const locale = useLocale()
  const { doc, roster } = usePlanSession()
  const nameOf = (template: PlanTemplateView) =>
    locale === 'en' ? template.nameEn : template.nameVi
  const use = (template: PlanTemplateView) => {
    const added = applyTemplate(doc, {
      template: template.content,
      newId: () => crypto.randomUUID(),
    })
    const isUsed = added.parts.length + added.tasks > 0
    showToast({ text: isUsed ? t('applied', { name: nameOf(template) }) : t('nothingEmpty') })
  }
  return (
    <Menu align="end" trigger={<Button icon={<FileText aria-hidden="true" />}>{t('open')}</Button>}>
      <p className="max-w-72 px-2.5 py-1.5 text-ink-3 text-sm">{t('explain')}</p>
      {roster.templates.map((template) => (
        <MenuItem key={template.code} onClick={() => use(template)}>
          {nameOf(template)}
        </MenuItem>
      ))}
    </Menu>
  )
}
