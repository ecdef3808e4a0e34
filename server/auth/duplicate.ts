/** Did Prisma refuse a write because a unique value exists already (P2002)? */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
