/** Points, of which a millimetre has 72/25.4. */
export function pointsOf(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** Twentieths of a point, in which Word counts. */
export function twipsOf(millimetres: number): number {
  return Math.round(20 * pointsOf(millimetres))
}
