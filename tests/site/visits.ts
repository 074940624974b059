// Pages that remember their visitors, by every means a browser has, and say how often they have seen this one.
import { html, type Routes } from './answer.ts'

/** The means that only a script can see, by the words of the page. */
const scripted = ['storage', 'session', 'name', 'cache', 'database', 'cupboard', 'files', 'servant']
export const meansToRemember = ['cookie', ...scripted]
/** A browser that remembers asks for these once; any other each time. */
export const askedEachTime = ['/visits/copy', '/visits/moved', '/visits/there', '/visits/answered']

export const visits: Routes = {
  '/visits': (visit) => {
    const cookie = Number(visit.cookies.get('seen') ?? '0') + 1
    return html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The doorman’s memory</title></head><body><article><h1>The doorman’s memory</h1>
<p>The doorman of the Hotel Miramar claims never to forget a guest, and the guests, who come back mostly to test him, have never caught him out.</p>
<p>By your cookie, this is visit ${cookie}. ${scripted.map((name) => `<span id="${name}"></span>`).join(' ')} He writes nothing down. When the manager asked him how it is done he said that he looks at the shoes first, because people change everything else, and that the rest is only patience and a good light over the door.</p>
<p>Last winter a man came in wearing borrowed boots. The doorman looked for a long time, and then held out the key of the room that the owner of the boots had always had.</p></article>
<script>
const show = (name, visits) => { document.getElementById(name).textContent = 'By your ' + name + ', this is visit ' + visits + '.' }
const one = (name, count) => Promise.resolve().then(count).then((visits) => show(name, visits), () => show(name, 1))
one('storage', () => (localStorage.seen = Number(localStorage.seen || 0) + 1))
one('session', () => (sessionStorage.seen = Number(sessionStorage.seen || 0) + 1))
one('name', () => (window.name = Number(window.name || 0) + 1))
one('cache', async () => (await fetch('/visits/etag')).text())
one('database', () => new Promise((resolve) => {
  const open = indexedDB.open('doorman', 1)
  open.onupgradeneeded = () => open.result.createObjectStore('seen', { autoIncrement: true })
  open.onsuccess = () => {
    const store = open.result.transaction('seen', 'readwrite').objectStore('seen')
    store.add(1)
    store.count().onsuccess = (event) => resolve(event.target.result)
  }
}))
one('cupboard', async () => {
  const cupboard = await caches.open('doorman')
  const known = Number((await (await cupboard.match('/visits/known'))?.text()) || 0) + 1
  await cupboard.put('/visits/known', new Response(String(known)))
  return known
})
one('files', async () => {
  const file = await (await navigator.storage.getDirectory()).getFileHandle('seen', { create: true })
  const known = Number((await (await file.getFile()).text()) || 0) + 1
  const writer = await file.createWritable()
  await writer.write(String(known))
  await writer.close()
  return known
})
one('servant', () => {
  navigator.serviceWorker.register('/visits/servant.js').catch(() => {})
  return navigator.serviceWorker.controller ? 2 : 1
})
for (const path of ['/visits/copy', '/visits/moved', '/visits/answered']) fetch(path)
</script></body></html>`,
      { 'set-cookie': `seen=${cookie}; Max-Age=31536000; Path=/`, 'cache-control': 'no-store' },
    )
  },
  /** The tag is the number of visits; a browser that kept it sends it back. */
  '/visits/etag': (visit) => {
    const seen = Number(/"v(\d+)"/.exec(visit.headers['if-none-match'] ?? '')?.[1] ?? '0') + 1
    return {
      headers: { etag: `"v${seen}"`, 'cache-control': 'no-cache', 'content-type': 'text/plain' },
      body: String(seen),
    }
  },
  '/visits/copy': () => ({ headers: { 'cache-control': 'max-age=31536000, immutable' }, body: 'a copy' }),
  '/visits/moved': (visit) => ({
    status: 301,
    headers: { location: visit.url('/visits/there'), 'cache-control': 'max-age=31536000' },
  }),
  '/visits/there': () => ({ headers: { 'cache-control': 'max-age=31536000' }, body: 'moved for good' }),
  /** Once it serves, it answers in the place of the site. */
  '/visits/servant.js': () => ({
    headers: { 'content-type': 'text/javascript' },
    body: `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => { if (event.request.url.endsWith('/visits/answered')) event.respondWith(new Response('by the servant')) })`,
  }),
  '/visits/answered': () => ({ headers: { 'cache-control': 'no-store' }, body: 'by the site' }),
}
