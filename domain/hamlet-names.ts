// Old records are printed by this, too: one kind more, and some of them print otherwise than they did (SPEC, F52).
const kinds = /(?:^|\s)(bản|thôn|xóm|ấp|buôn|làng|khóm|khu phố|tổ dân phố)\s/iu

/** What the name of a hamlet, or of the branch that serves it, says that the hamlet is: `bản`, `tổ dân phố`. */
export function hamletKind(name: string): string | null {
  return kinds.exec(name)?.[1]?.toLocaleLowerCase('vi') ?? null
}

/**
 * `bản Na Tông 1`, as it stands inside a sentence. The office often gives names without what they are; then the
 * branch's own name (`Chi bộ bản Na Tông 1`) says it, if any does.
 */
export function hamletName(name: string, branch: string): string {
  const ofBranch = hamletKind(branch)
  return hamletKind(name) !== null || ofBranch === null ? name : `${ofBranch} ${name}`
}
