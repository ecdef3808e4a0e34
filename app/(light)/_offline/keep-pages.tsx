'use client'
import { useEffect } from 'react'

/** Lets this browser keep the light pages that were read, so that they open without a network too. */
export function KeepPages() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    // Where a browser does not allow it (a page that is not served securely), pages need the network.
    navigator.serviceWorker.register('/light-worker.js', { scope: '/my' }).catch(() => undefined)
  }, [])
  return null
}
