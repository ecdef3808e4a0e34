/**
 * A day as papers say it: `ngày 05 tháng 12 năm 2026`. Days below 10 and the months 1 and 2 have a nought before them
 * (Hướng dẫn 36-HD/VPTW 2018). The parts fill in a text of the form.
 */
export function paperDate(day: string): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: date, month: Number(month) > 2 ? String(Number(month)) : month, year }
}
