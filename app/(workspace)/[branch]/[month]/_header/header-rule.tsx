/** A thin line between the parts of the header. */
export function HeaderRule() {
  return <span aria-hidden="true" className="h-6 w-px shrink-0 bg-line max-sm:hidden" />
}
