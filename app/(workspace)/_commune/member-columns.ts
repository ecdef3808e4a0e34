/** Where members are counted, in the order of the columns: the first is the sum of the others. */
export const memberColumns = [
  'all',
  'inCharge',
  'byField',
  'exempt',
  'away',
  'newlyAdmitted',
  'noReason',
] as const
