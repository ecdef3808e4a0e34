const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * What makes two names of a unit, hamlet or group the same: letters with their diacritics, whatever the case,
 * the spaces and the place of the tone mark ("Hoà" is "Hòa"). "Na Sang" and "Na Sáng" stay two hamlets.
 */
export function nameKey(name: string): string {
  return name.normalize('NFD').toLowerCase().trim().split(/\s+/).map(toneLast).join(' ')
}

function toneLast(word: string): string {
  return word.replace(toneMarks, '') + (word.match(toneMarks)?.join('') ?? '')
}
