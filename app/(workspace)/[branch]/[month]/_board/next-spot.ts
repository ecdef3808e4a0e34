/**
 * Where an arrow key leads while a member is carried by keyboard: left and right walk the cards in reading
 * order, up and down stay in the column. The rail comes first, so that stepping back from the first card
 * reaches it. Null when the key is no arrow or nothing lies that way.
 */
export function nextSpot(
  code: string,
  current: string | null,
  carried: HTMLElement | null,
): HTMLElement | null {
  const spots = [...document.querySelectorAll<HTMLElement>('[data-drop]')]
  const start = spots.findIndex((spot) =>
    current === null
      ? spot.dataset['drop'] !== 'rail' && spot.contains(carried)
      : spot.dataset['drop'] === current,
  )
  if (code === 'ArrowRight' || code === 'ArrowLeft') {
    return inReadingOrder(spots, start, code === 'ArrowRight' ? 1 : -1)
  }
  if (code !== 'ArrowDown' && code !== 'ArrowUp') return null
  const from = spots[start]
  return from
    ? inColumn(spots, from, code === 'ArrowDown' ? 1 : -1)
    : inReadingOrder(spots, start, 1)
}

function inReadingOrder(
  spots: readonly HTMLElement[],
  start: number,
  step: 1 | -1,
): HTMLElement | null {
  const firstCard = spots.findIndex((spot) => spot.dataset['drop'] !== 'rail')
  return spots[start === -1 ? firstCard : start + step] ?? null
}

function inColumn(
  spots: readonly HTMLElement[],
  from: HTMLElement,
  direction: 1 | -1,
): HTMLElement | null {
  const here = from.getBoundingClientRect()
  const middle = here.left + here.width / 2
  const ahead = spots
    .map((spot) => ({ spot, box: spot.getBoundingClientRect() }))
    .filter(({ spot, box }) => spot !== from && box.left <= middle && box.right >= middle)
    .filter(({ box }) => (direction === 1 ? box.top >= here.bottom : box.bottom <= here.top))
    .sort((a, b) => direction * (a.box.top - b.box.top))
  return ahead[0]?.spot ?? null
}
