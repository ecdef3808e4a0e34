import localFont from 'next/font/local'

// Named apart from the faces of the screen: two families of one name would mix their letters.
// Only where a paper is shown; a browser fetches the few files that the letters on it need.

/** The letters with Vietnamese marks, asked first; without a fallback of its own, for one would swallow all others. */
const tinosVietnamese = localFont({
  variable: '--paper-vietnamese',
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
      path: '../../node_modules/@fontsource/tinos/files/tinos-vietnamese-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-vietnamese-700-normal.woff2',
      weight: '700',
    },
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-vietnamese-400-italic.woff2',
      weight: '400',
      style: 'italic',
    },
  ],
})

const tinosLatin = localFont({
  variable: '--paper-latin',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
  src: [
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-latin-700-normal.woff2',
      weight: '700',
    },
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-latin-400-italic.woff2',
      weight: '400',
      style: 'italic',
    },
  ],
})

/** Letters of minority names that Vietnamese itself does not use (Ŏ, Č, Ƀ). */
const tinosLatinExtended = localFont({
  variable: '--paper-latin-extended',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+02BD-02C5, U+1E00-1E9F' }],
  src: [
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-latin-ext-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/tinos/files/tinos-latin-ext-700-normal.woff2',
      weight: '700',
    },
  ],
})

/** Class names that define the `--paper-*` faces, which paper.css names. */
export const paperFaces = [tinosVietnamese, tinosLatin, tinosLatinExtended]
  .map((face) => face.variable)
  .join(' ')
