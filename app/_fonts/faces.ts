import localFont from 'next/font/local'

// None is fetched before the page asks for it: together they weigh 135 kB, which on a line of 400 kbit/s would keep
// the styles, and with them the words, waiting for two seconds.

/**
 * The letters with Vietnamese marks. Asked first, so that `latin-ext`, whose range overlaps, is fetched only
 * for the few names that need more (Ŏ, Č, Ƀ). No fallback of its own: one would swallow every other letter.
 */
const vietnamese = localFont({
  variable: '--face-vietnamese',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2',
      weight: '600',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2',
      weight: '700',
    },
  ],
})

/** Everything else in Latin script. Its fallback is Arial set to the same measure, so that nothing jumps when it comes. */
const latin = localFont({
  variable: '--face-latin',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2',
      weight: '600',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2',
      weight: '700',
    },
  ],
})

/** Letters of minority names that Vietnamese itself does not use; fetched only when one is on the page. */
const latinExtended = localFont({
  variable: '--face-latin-extended',
  display: 'swap',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+02BD-02C5, U+1E00-1E9F' }],
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-normal.woff2',
      weight: '400 500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-600-normal.woff2',
      weight: '600 700',
    },
  ],
})

/** Digits of one width, for columns of numbers (class `num`). */
const figures = localFont({
  variable: '--face-figures',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+30-39' }],
  src: [
    { path: './bvp-figures-400.woff2', weight: '400 500' },
    { path: './bvp-figures-600.woff2', weight: '600 700' },
  ],
})

/** Class names for the root element; they define the `--face-*` variables that `tokens.css` reads. */
export const faceVariables = [vietnamese, latin, latinExtended, figures]
  .map((face) => face.variable)
  .join(' ')
