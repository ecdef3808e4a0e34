import * as Y from 'yjs'

/**
 * How many items Yjs compares while it does this: it puts each into two sets (`Item.integrate` of Yjs 13.6), so
 * what is put into sets is counted.
 */
export function countComparisons(work: () => void): number {
  const { add } = Set.prototype
  let count = 0
  Set.prototype.add = function counted(this: Set<unknown>, value: unknown) {
    if (value instanceof Y.Item) count += 1
    return add.call(this, value)
  }
  try {
    work()
  } finally {
    Set.prototype.add = add
  }
  return count / 2
}
