/**
 * Passwords that are guessed first are made of few known pieces: a favourite word, a keyboard row, a year.
 * So the pieces are listed and not the endless ways to put them together.
 */
const words: readonly string[] = [
  // Vietnamese favourites, folded
  'matkhau anhyeuem emyeuanh yeuem yeuanh tinhyeu conyeu chongyeu voyeu bomeyeu mevabo giadinh quehuong',
  'khongbiet khongnho khongco chiyeu maimai mottinhyeu vietnam viet hanoi saigon danang hochiminh bacho',
  'chutichhochiminh doclap tudo hanhphuc doclaptudohanhphuc conghoa xahoi chunghia xinchao chaoban',
  'thanhcong hoahoc hocsinh giaovien congan bodoi quandoi nhandan toquoc mungxuan chucmung nammoi',
  // the product's own world
  'banviec chibo danguy dangbo dangvien dangcongsan congsan chiuy bithu phobithu canbo vanphong cuoctrinh',
  'phancong kehoach nhomho hogiadinh nghiquyet dangky natong konplong dienbien kontum quangngai bantinh',
  // English favourites
  'password passwd passphrase pass admin administrator root user guest login welcome letmein secret',
  'changeme default iloveyou loveyou love lovely princess sunshine football baseball basketball soccer',
  'superman batman spiderman pokemon dragon monkey master shadow michael jennifer jordan freedom whatever',
  'computer internet google facebook youtube samsung iphone android windows microsoft server database',
  'trustno trust starwars hello hunter killer charlie ashley test testing temp demo example sample',
  'money dollar lucky happy summer winter spring autumn january december monday friday forever friend',
].flatMap((line) => line.split(' '))

/** Runs along these, forwards or backwards, are pieces too. */
const rows: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]
const tracks = rows.flatMap((row) => [row, [...row].reverse().join('')])

const shapes: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
}

/** So many characters that no piece explains make a password that is not guessed first. */
const enoughOfOnesOwn = 4

/** Is this among the first guesses, also with marks, capitals, years, look-alikes and signs put in? */
export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const folded = fold(password)
  const own = about.flatMap((text) => [fold(text), ...text.split(/[^\p{L}\p{M}\d]+/u).map(fold)])
  const pieces = [...words, ...own.map(lettersAndDigits)].filter((piece) => piece.length >= 3)
  const readings = [
    folded,
    readShapes(folded, /[@$]/g),
    readShapes(folded, /[@$013457]/g),
    folded.replace(/(.)\1+/gu, '$1'),
  ]
  return readings
    .map(lettersAndDigits)
    .some((text) => isRepeated(text) || unexplained(text, pieces) < enoughOfOnesOwn)
}

/** "p@ss" as it is meant. */
function readShapes(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => shapes[sign] ?? sign)
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** "abcabcabcabc", and signs only. */
function isRepeated(text: string): boolean {
  return /^(?:(.{1,5})\1+.{0,2})?$/u.test(text)
}

/** How many characters are left when as much as possible is explained by pieces, runs and years. */
function unexplained(text: string, pieces: readonly string[]): number {
  const least: number[] = [0]
  for (let end = 1; end <= text.length; end += 1) {
    const lengths = pieces.filter((piece) => text.endsWith(piece, end)).map((piece) => piece.length)
    lengths.push(runEndingAt(text, end), digitsEndingAt(text, end))
    const options = lengths.filter((n) => n > 0).map((n) => least[end - n] ?? end)
    least.push(Math.min((least[end - 1] ?? 0) + 1, ...options))
  }
  return least[text.length] ?? 0
}

/** Length of the longest run that ends here: one character again and again, or along a row; 0 below three. */
function runEndingAt(text: string, end: number): number {
  let length = 1
  const isRun = (run: string) => tracks.some((row) => row.includes(run)) || /^(.)\1*$/u.test(run)
  while (length < end && isRun(text.slice(end - length - 1, end))) length += 1
  return length >= 3 ? length : 0
}

const dateAtEnd = /(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d$/

/** A date anywhere, up to four digits before or behind everything else: no secret beside letters. */
function digitsEndingAt(text: string, end: number): number {
  if (!/\p{L}/u.test(text)) return 0
  const before = text.slice(0, end)
  const date = dateAtEnd.exec(before)?.[0].length ?? 0
  const digits = /\d{1,4}$/.exec(before)?.[0].length ?? 0
  const isAtEdge = digits === end || end === text.length
  return Math.max(date, isAtEdge ? digits : 0)
}
