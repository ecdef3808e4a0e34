// What no page may have: faults that shut someone out, words cut at their marks, targets too small for a finger.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Violations of level serious and above, each with where it was found. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Texts whose stacked marks (ẫ, Ộ, ự) are cut: lines too tight for them, or boxes that hide what sticks out. */
export function clippedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      if (element instanceof HTMLInputElement)
        return isTooNarrow(element) ? [`cut: ${shownIn(element)}`] : []
      const words = ownWords(element)
      const fault = words === '' || isOutOfSight(element) ? null : faultOf(element)
      return fault ? [`${fault}: ${words}`] : []
    })

    function shownIn(field: HTMLInputElement): string {
      return field.type === 'text' || field.type === 'search'
        ? field.value || field.placeholder
        : ''
    }
    /** A field scrolls what it has no room for; at rest it should show all of it. */
    function isTooNarrow(field: HTMLInputElement): boolean {
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen || isOutOfSight(field)) return false
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      pen.font = font
      const room =
        field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return pen.measureText(shownIn(field)).width > room + 1
    }
    function ownWords(element: HTMLElement): string {
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      return texts.map((node) => node.textContent?.trim() ?? '').join('')
    }
    /** Words for screen readers only are cut on purpose. */
    function isOutOfSight(element: HTMLElement): boolean {
      const { width, height } = element.getBoundingClientRect()
      const isForReaders = getComputedStyle(element).clipPath !== 'none'
      return width < 2 || height < 2 || isForReaders || element.closest('svg, script') !== null
    }
    function faultOf(element: HTMLElement): string | null {
      const style = getComputedStyle(element)
      const line = Number.parseFloat(style.lineHeight)
      if (line < Number.parseFloat(style.fontSize) * 1.35) return `line of ${style.lineHeight}`
      const hides = style.overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1
      const ends = style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth
      return hides || ends ? 'cut' : null
    }
  })
}

/** Buttons, links and fields in sight that a finger cannot hit: less than 44 px high. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('button, [role=tab], input')) {
      const box = element.getBoundingClientRect()
      if (box.width < 2 || box.height >= 43.5 || element.closest('[inert], header')) continue
      if (
        element.closest('label, [role=search]') ||
        element.parentElement?.matches(':focus-within')
      )
        continue
      faults.push(
        `${Math.round(box.height)} px: ${element.textContent?.trim() || element.ariaLabel}`,
      )
    }
    return faults
  })
}
