import { expect, it } from 'vitest'
import { errorText, languages } from './error-texts.ts'
import { errorCodes } from './errors.ts'

it.each(errorCodes)(
  '[E1] %s has a whole sentence in both languages, with and without details',
  (code) => {
    for (const language of languages) {
      const bare = errorText(code, language)
      expect(bare).toMatch(/^[\p{Lu}].*[.]$/su)
      expect(bare).not.toMatch(/[[\]{}]|undefined| {2}| [.,;:]/u)
      expect(bare).toBe(bare.normalize('NFC'))
    }
    expect(errorText(code, 'vi')).not.toBe(errorText(code, 'en'))
  },
)

it('[E2] values are put in, also none that the object did not own', () => {
  expect(errorText('titleTooLong', 'vi', { most: 300 })).toBe(
    'Nội dung việc dài quá. Nhiều nhất là 300 ký tự.',
  )
  expect(
    errorText('wrongHeader', 'en', { file: 'a.csv', missing: 'Mã', unknown: '', twice: '' }),
  ).toBe('The header of the file “a.csv” is wrong. Missing columns: Mã.')
  expect(errorText('badMonth', 'vi', { month: '$&[{x}]' })).toContain('“$&[{x}]”')
  expect(errorText('portTaken', 'en', Object.create({ port: 1 }))).toBe(
    'The port is in use by another program. Set another PORT.',
  )
})
