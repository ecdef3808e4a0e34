import { usePathname } from 'next/navigation'

const pages = ['/plan', '/history', '/late'] as const

/** Which page of a month is open, as the end of its address; empty on the board. */
export function usePageOfMonth(): '' | (typeof pages)[number] {
  const path = usePathname()
  return pages.find((page) => path.endsWith(page)) ?? ''
}
