/** `trang {page}/{pages}` in its pieces: words as they stand, and the two places for numbers. */
export function pageWords<Piece>(
  words: string,
  draw: { page: () => Piece; pages: () => Piece; words: (text: string) => Piece },
): Piece[] {
  return words
    .split(/(\{pages?\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '{page}') return draw.page()
      return piece === '{pages}' ? draw.pages() : draw.words(piece)
    })
}
