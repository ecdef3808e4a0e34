import type { FilledField, HeldAct } from './held-acts.ts'

/**
 * Runs in the page before anything else, and is sent as its own text: it may refer to nothing outside of itself.
 * Presses, fillings and sendings that only a script can answer are kept from it, and kept for it, until it is there;
 * what the browser does by itself (links, ticks, letters, forms that have an address) it goes on doing. A line at the
 * top says that something waits.
 */
export function holdActs(): void {
  const acts: HeldAct[] = []
  let composing = false
  const sheet = new CSSStyleSheet()
  const hold = (event: Event, act: HeldAct) => {
    event.stopImmediatePropagation()
    acts.push(act)
    if (document.adoptedStyleSheets.includes(sheet)) return
    sheet.replaceSync(
      'body::before{content:"";position:fixed;z-index:80;inset:0 0 auto;height:3px;' +
        'background:var(--color-accent);transform-origin:0 0}@media (prefers-reduced-motion:no-preference){' +
        'body::before{animation:held-acts 1.6s ease-in-out infinite}}',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  const onClick = (event: Event) => {
    if (!(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>(
      'a[href],button,input,[role="button"],[role="checkbox"],[role="radio"]',
    )
    if (!element || element instanceof HTMLAnchorElement) return
    const ticks = element instanceof HTMLInputElement
    if (ticks && element.type !== 'checkbox' && element.type !== 'radio') return
    // What sends a form is held as that.
    if (element instanceof HTMLButtonElement && element.type === 'submit' && element.form) return
    // Pressed again because nothing happened: meant once. What the browser ticks counts each time.
    const last = acts.at(-1)
    if (!ticks && last?.kind === 'press' && last.element === element) acts.pop()
    hold(event, { kind: 'press', element })
  }
  const onInput = (event: Event) => {
    const element = event.target as FilledField
    if (!('value' in element) || element.type === 'checkbox' || element.type === 'radio') return
    const last = acts.at(-1)
    if (last?.kind === 'fill' && last.element === element) acts.pop()
    hold(event, { kind: 'fill', element, value: element.value })
  }
  const onSubmit = (event: Event) => {
    const form = event.target as HTMLFormElement
    if (form.hasAttribute('action')) return
    event.preventDefault()
    // Sent once, as it stands the last time.
    const before = acts.findIndex((act) => act.kind === 'submit' && act.form === form)
    if (before >= 0) acts.splice(before, 1)
    hold(event, { kind: 'submit', form, submitter: (event as SubmitEvent).submitter })
  }
  const onCompose = (event: Event) => {
    composing = event.type === 'compositionstart'
  }
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['click', onClick],
    ['input', onInput],
    ['submit', onSubmit],
    ['compositionstart', onCompose],
    ['compositionend', onCompose],
  ]
  for (const [type, listener] of listeners) window.addEventListener(type, listener, true)
  window.heldActs = {
    isComposing: () => composing,
    take: () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener, true)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      delete window.heldActs
      return acts
    },
  }
}
