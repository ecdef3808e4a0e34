/** What a paper's head says of the commune: `xã Na Tông` or `Đảng bộ xã Na Tông` alike. */
export function communeNames(name: string): { unit: string; place: string } {
  const unit = name.normalize('NFC').replace(/^(đảng bộ|đảng ủy|đảng uỷ)\s+/iu, '')
  return { unit, place: unit.replace(/^(xã|phường|thị trấn|đặc khu)\s+/iu, '') }
}

/** `CHI BỘ BẢN NA TÔNG 1`, also of a branch that is called `Bản Na Tông 1`. */
export function issuerName(name: string): string {
  const upper = inCapitals(name.normalize('NFC'))
  return /^(CHI BỘ|ĐẢNG BỘ)\s/u.test(upper) ? upper : `CHI BỘ ${upper}`
}

export function inCapitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

const hamletKinds = /(?:^|\s)(bản|thôn|xóm|ấp|buôn|làng|khóm|khu phố|tổ dân phố)\s/iu

/** How a paper speaks of a branch's hamlets, whose names are often given without what they are. */
export interface HamletNames {
  /** `bản Na Tông 1` */
  full(name: string): string
  /** `bản`, where the branch serves this one alone, else as `full`. */
  short(name: string): string
}

/** What the hamlets are is in the branch's own name (`Chi bộ bản Na Tông 1`), if nowhere else. */
export function hamletNames(branch: string, hamlets: number): HamletNames {
  const kindOf = (name: string) => hamletKinds.exec(name)?.[1]?.toLocaleLowerCase('vi') ?? null
  const ofBranch = kindOf(branch)
  const full = (name: string) =>
    kindOf(name) !== null || ofBranch === null ? name : `${ofBranch} ${name}`
  return {
    full,
    short: (name) => (hamlets === 1 ? (kindOf(name) ?? ofBranch ?? name) : full(name)),
  }
}
