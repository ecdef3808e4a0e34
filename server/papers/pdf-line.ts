/** Ascent and descent of Tinos, in sizes of the letters; the gap between lines (naturalLine) is not in it. */
const withoutGap = 1.107

/** Lines so many times as high as their letters, in what pdfmake takes: multiples of a line without its gap. */
export function pdfLine(times: number): number {
  return times / withoutGap
}
