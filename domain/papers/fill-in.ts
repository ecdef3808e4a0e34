/** A text of a form with its `{names}` filled in. Throws for one that nobody gave: a form that is half empty is a bug. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`papers: nothing to fill {${name}} in with`)
    return String(value)
  })
}
