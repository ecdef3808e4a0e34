/** What menus, pickers and popovers look like; one place, so that they are one family. */
export const popupLook =
  'rounded-lg border border-line bg-raised text-ink shadow-pop outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

/** What fields look like at rest and when their value is refused. */
export const fieldLook =
  'min-h-hit w-full min-w-0 rounded-md border border-line-strong bg-raised px-2.75 py-1 text-ink text-base leading-tight data-invalid:border-block data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-3'
