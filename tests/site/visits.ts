// Pages that remember their visitors, by every means a browser has, and say how often they have seen this one.
import { html, type Routes } from './answer.ts'

export const visits: Routes = {
  '/visits': (visit) => {
    const cookie = Number(visit.cookies.get('seen') ?? '0') + 1
    return html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The doorman’s memory</title></head><body><article><h1>The doorman’s memory</h1>
<p>The doorman of the Hotel Miramar claims never to forget a guest, and the guests, who come back mostly to test him, have never caught him out.</p>
<p>By your cookie, this is visit ${cookie}. <span id="local"></span> <span id="etag"></span> <span id="idb"></span> He writes nothing down. When the manager asked him how it is done he said that he looks at the shoes first, because people change everything else, and that the rest is only patience and a good light over the door.</p>
<p>Last winter a man came in wearing borrowed boots. The doorman looked for a long time, and then held out the key of the room that the owner of the boots had always had.</p></article>
<script>
const show = (id, words) => { document.getElementById(id).textContent = words }
localStorage.seen = Number(localStorage.seen || 0) + 1
show('local', 'By your storage, this is visit ' + localStorage.seen + '.')
fetch('/visits/etag').then((answer) => answer.text()).then((n) => show('etag', 'By your cache, this is visit ' + n + '.'))
const open = indexedDB.open('doorman', 1)
open.onupgradeneeded = () => open.result.createObjectStore('seen', { autoIncrement: true })
open.onsuccess = () => {
  const store = open.result.transaction('seen', 'readwrite').objectStore('seen')
  store.add(1)
  store.count().onsuccess = (event) => show('idb', 'By your database, this is visit ' + event.target.result + '.')
}
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
}
