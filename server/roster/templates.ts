import { z } from 'zod'
import type { PlanTemplateView, TaskFieldView } from '#domain/roster-view.ts'
import type { Database } from '../db/database.ts'

const paragraphs = z.array(z.string())
const templateContent = z.object({
  review: paragraphs,
  focus: paragraphs,
  organisation: paragraphs,
  tasks: z.array(z.object({ title: z.string(), field: z.string().nullable() })),
})

/** The commune's own fields of work, or those that every commune starts with. */
export async function readTaskFields(
  database: Database,
  communeId: string,
): Promise<TaskFieldView[]> {
  const rows = await database.prisma.taskField.findMany({
    where: { OR: [{ communeId }, { communeId: null }] },
    select: { communeId: true, code: true, nameVi: true, nameEn: true },
    orderBy: { position: 'asc' },
  })
  return ownOrDefault(rows).map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn }))
}

/** The commune's own starting texts, or those that every commune starts with; the first is the usual one. */
export async function readPlanTemplates(
  database: Database,
  communeId: string,
): Promise<PlanTemplateView[]> {
  const rows = await database.prisma.planTemplate.findMany({
    where: { OR: [{ communeId }, { communeId: null }] },
    select: { communeId: true, code: true, nameVi: true, nameEn: true, content: true },
    orderBy: { position: 'asc' },
  })
  return ownOrDefault(rows).map(({ code, nameVi, nameEn, content }) => ({
    code,
    nameVi,
    nameEn,
    content: templateContent.parse(content),
  }))
}

function ownOrDefault<Row extends { communeId: string | null }>(rows: readonly Row[]): Row[] {
  const own = rows.filter(({ communeId }) => communeId !== null)
  return own.length > 0 ? own : [...rows]
}
