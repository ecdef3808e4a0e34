import type { FilledField, HeldAct } from './held-acts.ts'

/**
 * Does again, one after the other, what was done before the page's script was there. Each act finds the page as the
 * one before has left it; what is no longer on the page is left out.
 */
export async function doHeldActs(acts: readonly HeldAct[]): Promise<void> {
  for (const act of acts) if (act.kind === 'press') putBack(act.element)
  for (const act of acts) {
    doAct(act)
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function doAct(act: HeldAct): void {
  if (act.kind === 'submit') {
    const { form, submitter } = act
    if (form.isConnected) form.requestSubmit(form.contains(submitter) ? submitter : null)
  } else if (act.element.isConnected) {
    if (act.kind === 'press') act.element.click()
    else fill(act.element, act.value)
  }
}

/** A box or circle was ticked by the browser: as it was served, so that the press ticks it. */
function putBack(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return
  element.checked = element.defaultChecked
}

/**
 * React hears of a filling only where the value differs from the one that it set or found last: it is set to another
 * one past the browser's own setter, which React has covered with its own.
 */
function fill(element: FilledField, value: string): void {
  const caret = 'selectionStart' in element ? element.selectionStart : null
  element.value = value === '' ? ' ' : ''
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')
  own?.set?.call(element, value)
  if (caret !== null && 'setSelectionRange' in element) element.setSelectionRange(caret, caret)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}
