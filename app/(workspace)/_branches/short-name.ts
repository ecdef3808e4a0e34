/** Where nothing but branches is named, or there is no room, the word need not stand before each name. */
export function shortName(branchName: string): string {
  const rest = branchName.replace(/^Chi bộ /u, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}
