import { createElement, Fragment, type ReactNode } from 'react'

/** Things whose only identity is their place: each is given by itself, so that none needs a key. */
export function inOrder<Item>(
  items: readonly Item[],
  draw: (item: Item, index: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...items.map(draw))
}
