import { expect, test } from 'vitest'
import { newOneTimePassword } from './one-time-password.ts'
import { checkPassword } from './password-rules.ts'

const about = ['bithu.natong1', 'Đặng Xuân Thành']

test.each([
  'ruộng bậc thang mùa lúa chín',
  'con trâu là đầu cơ nghiệp',
  'Khoai lang nướng 27 bếp',
  'gùi ngô lên nương sớm',
  'correct horse battery staple',
  'xK9#vT2mQ8!p',
  '😀🐃🌾 con nghé nhỏ',
  'Thành phố không ngủ yên',
  '7kq45-x7892-9bg36',
  '583920174650',
])('may be a password: %s', (password) => {
  expect(() => checkPassword(password, about)).not.toThrow()
  expect(() => checkPassword(password.normalize('NFD'), about)).not.toThrow()
})

test.each([
  'matkhau123456',
  'Mật khẩu 2026!',
  'M@tKh@u12345',
  'password1234',
  'P4ssw0rd!2026',
  'anhyeuem12345',
  'Anh yêu em mãi mãi',
  'NaTong2026!!!',
  'banviec@123456',
  'Chi bộ bản Na Tông 1',
  'đảng cộng sản 1930',
  'Việt Nam 02091945',
  '123456789012',
  '000000000000',
  '112233445566',
  'qwertyuiop12',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'asdfghjkl;123',
  'abcdefghijkl',
  'zyxwvutsrqpo',
  'abcabcabcabc',
  '!!!!!!!!!!!!',
  'aaaaaaaaaaaaaaaa',
  'bithu.natong1',
  'Đặng Xuân Thành',
  'dangxuanthanh1980',
  'Thành Đặng 19051980',
])('is guessed too soon: %s', (password) => {
  expect(() => checkPassword(password, about)).toThrow('passwordTooCommon')
})

test('length counts letters as people do, from 12 to 128', () => {
  const eleven = 'ộẫựạỹđâấầẩẫ'
  expect(() => checkPassword(eleven.normalize('NFD'))).toThrow('passwordTooShort')
  expect(() => checkPassword(`${eleven}ỵ`.normalize('NFD'))).not.toThrow()
  const long = Array.from({ length: 128 }, (_, n) => 'hgrtkvbnm'.charAt((n * n) % 7)).join('')
  expect(() => checkPassword(long)).not.toThrow('passwordTooLong')
  expect(() => checkPassword(`${long}x`)).toThrow('passwordTooLong')
})

test('one-time passwords differ, and can be read out', () => {
  const made = Array.from({ length: 500 }, newOneTimePassword)
  expect(new Set(made).size).toBe(500)
  for (const password of made) {
    expect(password).toMatch(/^[2-9bcfghjkmnpqrstvxz]{5}(-[2-9bcfghjkmnpqrstvxz]{5}){2}$/)
  }
})
