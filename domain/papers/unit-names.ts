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
