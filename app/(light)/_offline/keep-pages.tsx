'use client'
import { useEffect } from 'react'

/** Lets this browser keep the light pages that were read, so that they open without a network too. */
export function KeepPages() {
  useEffect(() => {
    // Where a browser does not allow it (a page that is not served securely), pages need the network.
    keep().catch(() => undefined)
  }, [])
  return null
}

async function keep(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const isFirst = serviceWorker.controller === null
  await serviceWorker.register('/light-worker.js', { scope: '/my' })
  if (!isFirst) return
  // This page came before the worker did: it and its files are kept now.
  await serviceWorker.ready
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))
  const [kept, pages] = await Promise.all([caches.open('light-files'), caches.open('light-pages')])
  const isKept = document.querySelector('[data-not-kept]') === null
  await Promise.all([isKept && pages.add(location.href), kept.addAll([...new Set(files)])])
}
