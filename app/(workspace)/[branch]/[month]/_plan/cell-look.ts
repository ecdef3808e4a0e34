/** What every cell of a task's row looks like at rest, under the pointer and with the focus in it. */
export const cellLook =
  'w-full min-w-0 rounded-sm border border-transparent bg-transparent px-2 py-1 text-left leading-tight hover:border-line-strong focus-visible:bg-raised data-popup-open:border-line-strong data-popup-open:bg-raised pointer-coarse:min-h-11'
