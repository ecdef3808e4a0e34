/**
 * The values that an ICU sentence asks for, each once, sorted: `{count, plural, one {# of {all}} other {…}}` asks
 * for `all` and `count`. Throws when braces do not match.
 */
export function placeholdersOf(sentence: string): string[] {
  const names = new Set<string>()
  collect(sentence, names)
  return [...names].sort()
}

function collect(sentence: string, names: Set<string>): void {
  for (const inside of bracesOf(sentence)) {
    const [name = '', kind = '', ...rest] = inside.split(',')
    names.add(name.trim())
    if (/plural|select/u.test(kind)) {
      for (const branch of bracesOf(rest.join(','))) collect(branch, names)
    }
  }
}

/** What stands between the outermost braces, in order. */
function bracesOf(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const [index, letter] of [...text].entries()) {
    if (letter === '{' && depth++ === 0) from = index + 1
    if (letter === '}' && --depth === 0) found.push([...text].slice(from, index).join(''))
    if (depth < 0) break
  }
  if (depth !== 0) throw new Error(`braces do not match: ${text}`)
  return found
}
