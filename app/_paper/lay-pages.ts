/** Something that stands on one page as a whole: a paragraph, a heading, one row of a table. */
export interface Unit {
  height: number
  /** Never last on a page: a heading. */
  keepsNext: boolean
  /** Of a row: its table, and how high the head is that stands above its rows on each page. */
  table: { index: number; headHeight: number } | null
}

/**
 * Puts units one after the other on pages of this height: the numbers of the units of each page. A table that goes on
 * has its head again. What is higher than a whole page has one of its own.
 */
export function layPages(units: readonly Unit[], pageHeight: number): number[][] {
  const pages: number[][] = []
  let page: number[] = []
  let used = 0
  for (const [index, unit] of units.entries()) {
    const before = page.at(-1)
    const last = before === undefined ? null : (units[before]?.table?.index ?? null)
    if (page.length > 0 && used + heightFrom(units, index, last) > pageHeight) {
      pages.push(page)
      page = []
      used = 0
    }
    used += ownHeight(unit, page.length > 0 ? last : null)
    page.push(index)
  }
  return page.length > 0 ? [...pages, page] : pages
}

/** Of a unit and of those that it must not be parted from. `last` is the table that the page ends with. */
function heightFrom(units: readonly Unit[], from: number, last: number | null): number {
  let height = 0
  let table = last
  for (let index = from; index < units.length; index += 1) {
    const unit = units[index]
    if (unit === undefined) break
    height += ownHeight(unit, table)
    if (!unit.keepsNext) break
    table = unit.table?.index ?? null
  }
  return height
}

function ownHeight({ height, table }: Unit, last: number | null): number {
  return table !== null && table.index !== last ? height + table.headHeight : height
}
