// Pages that hold on to their visitor: dialogs, loops, windows, requests that never end. Each has a text worth keeping.
import { html, type Answer, type Routes, type Visit } from './answer.ts'
import type { Truth } from './story.ts'

const sentences = [
  'The ferryman keeps a ledger of everyone he has refused to carry, and it is longer than the other one.',
  'He refuses people who whistle, people with ladders, and once, for reasons he will not give, a bishop.',
  'The crossing takes eleven minutes when the river is low and has taken two days when it was not.',
  'On the far bank there is a bell, and beside the bell a notice asking you not to ring it twice.',
  'Nobody in the village can remember what happens if you do, but everybody lowers their voice when asked.',
] as const

export const trapTruth: Truth = { title: 'The ferryman’s ledger', sentences, captions: [], notSentences: [], images: 0 }

/** What browsers hand to other programs, show by themselves or refuse. */
const otherSchemes = (
  'offprint mailto tel sms callto skype zoommtg msteams slack tg whatsapp spotify steam magnet bitcoin ethereum ssh sftp ftp telnet irc ircs xmpp ldap gopher ' +
  'news nntp rtsp mms smb nfs webcal ms-word ms-excel ms-settings vscode intent market itms-apps file chrome devtools view-source filesystem about'
).split(' ')

export const traps: Routes = {
  '/traps/print': () => trap('print(); setInterval(print, 100)'),
  '/traps/alert': () => trap('for (let n = 0; n < 1000; n += 1) { alert(n); confirm(n); prompt(n) }'),
  '/traps/spin': () => trap('for (;;) {}'),
  '/traps/spin-later': () => trap('setTimeout(() => { for (;;) {} }, 50)'),
  '/traps/microtasks': () => trap('const again = () => Promise.resolve().then(again); again()'),
  '/traps/popups': (visit) =>
    trap(
      `setInterval(() => { open('/popup'); open(${JSON.stringify(visit.url('/popup', 'ads.localhost'))}, 'named') }, 50); document.onclick = () => open('/popup')`,
    ),
  '/popup': () => html('<title>A window</title><p>A window that nobody asked for.'),
  '/traps/reload': () => trap('setTimeout(() => location.reload(), 20)'),
  '/traps/refresh-loop': () => trap('', '<meta http-equiv="refresh" content="0">'),
  '/traps/history': () => trap("setInterval(() => history.pushState({}, '', '/traps/history?' + Math.random()), 5)"),
  '/traps/unload': () =>
    trap("addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'Stay' })"),
  '/traps/download': () =>
    trap(
      "const link = document.createElement('a'); link.href = '/attachment'; link.download = 'evil.sh'; document.body.append(link); link.click()",
    ),
  '/traps/fullscreen': () =>
    trap(
      'document.documentElement.requestFullscreen(); document.body.requestPointerLock(); navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission(); navigator.mediaDevices?.getUserMedia({ audio: true })',
    ),
  '/traps/schemes': () =>
    trap(
      `for (const scheme of ${JSON.stringify(otherSchemes)}) {
        const address = scheme + ':x'
        const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame)
        const link = document.createElement('a'); link.href = address; document.body.append(link); link.click()
        open(address)
      }
      location.href = 'offprint://save?url=https://evil.example/'
      location.href = 'file:///etc/passwd'`,
    ),
  '/traps/worker': () =>
    trap(
      "navigator.serviceWorker?.register('/traps/sw.js'); new Worker(URL.createObjectURL(new Blob(['setInterval(() => fetch(\"/trackers/worker\"), 100)'])))",
    ),
  '/traps/sw.js': () => ({
    headers: { 'content-type': 'text/javascript' },
    body: "addEventListener('fetch', (event) => event.respondWith(new Response('served by a worker')))",
  }),
  /** Asks for every permission and looks for every power, and reports what it got to `/collect`. */
  '/traps/powers': () => trap(`(async () => {${powers}})()`),
  /** Requests in every way there is to a listener that nobody allowed. */
  '/traps/private': (visit) => {
    const canary = `127.0.0.1:${visit.canaryPort}`
    return trap(
      `fetch('http://${canary}/fetch', { mode: 'no-cors' }); navigator.sendBeacon('http://${canary}/beacon'); new WebSocket('ws://${canary}/socket'); new EventSource('http://${canary}/events'); new Worker(URL.createObjectURL(new Blob(["fetch('http://${canary}/worker', { mode: 'no-cors' })"])))`,
      `<link rel="prefetch" href="http://${canary}/prefetch"><link rel="preconnect" href="http://${canary}/"><link rel="stylesheet" href="http://${canary}/style.css">`,
      `<img src="http://${canary}/image.png" alt="A picture from somewhere private"><iframe src="http://${canary}/frame"></iframe><video src="http://${canary}/video.mp4" autoplay muted></video>`,
    )
  },
  /** 1,000 pages of 50 MB each would be 50 GB; the page stops by itself at 4. */
  '/traps/memory': () =>
    trap(
      'const held = []; const timer = setInterval(() => { held.push(new Uint8Array(50_000_000).fill(1)); if (held.length > 80) clearInterval(timer) }, 20)',
    ),
  '/traps/flood': () =>
    trap(
      "setInterval(() => { for (let n = 0; n < 5000; n += 1) document.body.append(document.createElement('i')) }, 10)",
    ),
  '/traps/patched': () =>
    trap(
      'Array.prototype.push = JSON.stringify = Promise.prototype.then = document.querySelectorAll = () => { throw new Error("patched") }',
    ),

  /** One resource of each kind that does not answer until `site.release('css')`, `'image'`, `'script'`, `'font'` or `'frame'`. */
  '/hang/css': () => trap('', '<link rel="stylesheet" href="/furniture/site.css?hold=css">'),
  '/hang/image': () => trap('', '', '<img src="/images/held-480.png?hold=image" alt="A picture that takes its time">'),
  '/hang/script': () => trap('', '<script src="/furniture/lazy.js?hold=script" defer></script>'),
  '/hang/blocking-script': () => trap('', '', '<script src="/furniture/lazy.js?hold=script"></script>'),
  '/hang/frame': () => trap('', '', '<iframe src="/popup?hold=frame"></iframe>'),
  '/hang/fetch': () => trap("fetch('/collect?hold=fetch').then(() => document.title = 'late')"),

  '/hostile': () => html(hostile),
  '/tracking': (visit) => html(tracking(visit)),
}

const powers = `
const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write', 'persistent-storage',
  'background-sync', 'accelerometer', 'gyroscope', 'magnetometer', 'screen-wake-lock', 'payment-handler', 'idle-detection', 'storage-access', 'window-management']
const state = async (name) => { try { return (await navigator.permissions.query({ name })).state } catch { return 'unknown' } }
const report = { offprint: typeof window.offprint, require: typeof window.require, process: typeof window.process, opener: String(window.opener) }
for (const name of names) report[name] = await state(name)
report.opened = String(open('/popup'))
await fetch('/collect?powers=' + encodeURIComponent(JSON.stringify(report)))`

function trap(script: string, head = '', body = ''): Answer {
  const paragraphs = sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')
  // Twice over, so that a judge of articles has enough to judge.
  return html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${trapTruth.title}</title>${head}</head><body><article><h1>${trapTruth.title}</h1>${paragraphs}${body}
<h2>Of those he carried</h2><p>The other ledger has a red spine. In it stand the names of those who were carried, what they paid, and what they said about the weather. He lets anyone read it who can name a page.</p></article>
<script>${script}</script></body></html>`)
}

// Everything that must not live on in a saved page.
const hostile = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${trapTruth.title}</title><base href="/elsewhere/">
<meta http-equiv="refresh" content="3600; url=/popup"><style>p[title^=a]{background:url(/trackers/css)}@import url(/trackers/import);</style></head>
<body onload="window.pwned='onload'"><article><h1>${trapTruth.title}</h1>
${sentences.map((sentence) => `<p onclick="window.pwned='onclick'" style="background:url(/trackers/style)">${sentence}</p>`).join('\n')}
<p><a href="java\tscript:window.pwned='link'">A link that is a script</a>, <a href="data:text/html,<script>parent.pwned=1</script>" target="_top">a link that is a page</a>, <a href="/fine" ping="/trackers/ping" target="_blank">a link that tells on you</a>.</p>
<img src="/images/gone.png" onerror="window.pwned='onerror'" alt="A picture with plans"><img src="/images/hostile.svg" alt="A drawing with plans">
<svg><script>window.pwned='svg'</script><a xlink:href="javascript:window.pwned=1"><text y="20">svg link</text></a></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;"></mglyph></table></mtext></math>
<form action="/steal" id="body" name="documentElement"><input autofocus onfocus="window.pwned='focus'" name="attributes"><button formaction="javascript:window.pwned=1">Press</button></form>
<iframe srcdoc="<script>parent.pwned='srcdoc'</script>"></iframe><object data="/popup"></object><embed src="/popup"><details open ontoggle="window.pwned='toggle'"><summary>More</summary></details>
<noscript><p title="</noscript><img src=x onerror=window.pwned=1>"></noscript><template><script>window.pwned=1</script></template>
<video poster="/trackers/poster" src="/trackers/video" autoplay onplay="window.pwned=1"></video><link rel="stylesheet" href="/trackers/late.css"></article></body></html>`

function tracking(visit: Visit): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${trapTruth.title}</title></head><body><article><h1>${trapTruth.title}</h1>
${sentences.map((sentence, n) => `<p>${sentence}</p><img src="${visit.url(`/trackers/${n}.gif`, 'metrics.localhost')}" width="1" height="1" alt="">`).join('\n')}
<img src="/images/ledger-480.png" alt="A ledger"><img src="/trackers/open.gif?reader=42" style="display:none"></article></body></html>`
}
