/** What somebody did on a page whose script had not come yet. */
export type HeldAct =
  | { readonly kind: 'press'; readonly element: HTMLElement }
  | { readonly kind: 'fill'; readonly element: FilledField; readonly value: string }
  | {
      readonly kind: 'submit'
      readonly form: HTMLFormElement
      readonly submitter: HTMLElement | null
    }

export type FilledField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The page's memory of them, until its script takes them over. */
export interface HeldActs {
  /** A word is being composed: setting its field now would break it. */
  isComposing(): boolean
  /** In the order in which they were done. From now on nothing is held. */
  take(): HeldAct[]
}

declare global {
  interface Window {
    /** Made by the first script of a page; gone once taken over. */
    heldActs?: HeldActs
  }
}
