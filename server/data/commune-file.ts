import 'server-only'
import { commune1 } from '#domain/papers/commune-1.ts'
import { asFileName } from '#domain/papers/paper-file-name.ts'
import type { Database } from '../db/database.ts'
import { housePress } from '../papers/house-press.ts'
import { keepPaperPace } from './advice/pace.ts'
import type { GivenFile } from './answer-file.ts'
import { communeMonthFor } from './commune-month.ts'
import { paperTypes } from './paper-files.ts'
import type { Asker } from './seen-branch.ts'

/** A commune's month as a workbook, for its office. Throws as `readCommuneMonth` does, `tooFast` and `serverBusy`. */
export async function communeFileFor(
  database: Database,
  asker: Asker,
  communeId: string,
  month: string,
  gone?: AbortSignal,
): Promise<GivenFile> {
  await keepPaperPace(database, asker.personId)
  const now = Date.now()
  const seen = await communeMonthFor(database, asker, communeId, month, now)
  return {
    name: `tong-hop_${asFileName(seen.commune.name)}_${month}.xlsx`,
    type: paperTypes.xlsx,
    body: await housePress().drawPaper(commune1({ ...seen, now }), 'xlsx', {
      line: asker.personId,
      gone,
    }),
  }
}
