// Keeps the light pages (/my) that somebody read on this phone, so that they open without a network, with their age.
// Nothing of the live board is kept, and no answer of /api. A page is asked of the server first; the kept one is
// shown when there is no answer within `patienceMs`. When the server sends somebody to sign in, all pages go.

const pagesName = 'light-pages'
const filesName = 'light-files'
const patienceMs = 4000
/** A page with this in it names households and is not kept. */
const notKept = 'data-not-kept'
const mostPages = 60
const mostFiles = 120

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/_next/static/')) event.respondWith(fileOf(event))
  else if (request.mode === 'navigate' && /^\/my(\/|$)/.test(url.pathname)) {
    event.respondWith(pageOf(event))
  }
})

/** Built files never change under their name. */
async function fileOf(event) {
  const files = await caches.open(filesName)
  const kept = await files.match(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keep(files, event.request.url, answer.clone(), mostFiles))
  return answer
}

async function pageOf(event) {
  const { url } = event.request
  const pages = await caches.open(pagesName)
  // It is kept beside being shown, not before; and also when it came too late for this visit.
  const fresh = fetch(event.request).then((answer) => {
    event.waitUntil(remember(pages, url, answer.clone()))
    return answer
  })
  event.waitUntil(fresh.catch(() => undefined))
  const kept = await pages.match(url)
  if (!kept) return fresh.catch(() => sorry())
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), patienceMs))
  return Promise.race([fresh.catch(() => kept), late])
}

async function remember(pages, url, answer) {
  if (answer.type === 'opaqueredirect' || answer.status === 401) await caches.delete(pagesName)
  else if (answer.ok) {
    const text = await answer.clone().text()
    if (text.includes(notKept)) await pages.delete(url)
    else await keep(pages, url, answer, mostPages)
  }
}

async function keep(cache, url, answer, most) {
  await cache.put(url, answer)
  await trim(cache, most)
}

async function trim(cache, most) {
  const keys = await cache.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key)
}

function sorry() {
  const text = `<!doctype html><html lang="vi"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Bàn Việc</title>
<body style="font:16px/1.5 system-ui,sans-serif;margin:3rem 1rem;color-scheme:light dark">
<h1 style="font-size:1.25rem">Chưa có mạng</h1>
<p>Trang này chưa được đọc trên máy này nên chưa xem được lúc ngoại tuyến. Góp ý đã viết vẫn được giữ.</p>
<p lang="en">There is no network, and this page was not read on this phone before. What you wrote is kept.</p>
<p><a href="/my">Việc của tôi · My work</a></p></body></html>`
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(text, { status: 503, headers })
}
