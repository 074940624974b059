// The attacks of tests/hostile/, one by one, and what shows them as a browser would.

export type Case = { readonly file: string; readonly name: string; readonly html: string }

const files = import.meta.glob<string>('../../hostile/*.html', { query: '?raw', import: 'default', eager: true })

export const hostileCases: readonly Case[] = Object.entries(files).flatMap(([path, source]) =>
  source
    .split(/^<!--# (.*) -->$/m)
    .slice(1)
    .flatMap((part, index, parts) =>
      index % 2 === 0 ? [{ file: path.replace(/^.*\//, ''), name: part, html: (parts[index + 1] ?? '').trim() }] : [],
    ),
)

/** How often the attacker's code ran when the HTML was shown, clicked and focused. */
export async function executions(html: string): Promise<number> {
  let hits = 0
  const count = () => void hits++
  const onMessage = (event: MessageEvent) => {
    if (event.data === 'hit') count()
  }
  Object.assign(window, { hit: count })
  window.addEventListener('message', onMessage)
  const frame = sandboxedFrame()
  frame.srcdoc = `<!doctype html><script>window.hit = () => parent.hit()</` + `script><body>${html}`
  await loaded(frame)
  touchAll(frame)
  await settled()
  frame.remove()
  window.removeEventListener('message', onMessage)
  return hits
}

/** What the HTML asks the network for. The frame's policy refuses all of it, and every refusal is counted; nothing is sent. */
export async function requests(html: string): Promise<string[]> {
  const asked: string[] = []
  Object.assign(window, { ask: (what: string) => void asked.push(what) })
  const frame = sandboxedFrame()
  const policy =
    "default-src 'none'; script-src 'nonce-ours'; style-src 'unsafe-inline'; base-uri *; form-action 'none'"
  frame.srcdoc =
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="ours">` +
    `document.addEventListener('securitypolicyviolation', (e) => { if (!/^(inline|eval)$/.test(e.blockedURI)) parent.ask(e.effectiveDirective + ' ' + e.blockedURI) })` +
    `</` +
    `script><body>${html}`
  await loaded(frame)
  touchAll(frame)
  await settled()
  frame.remove()
  return asked
}

/** May run scripts, so that the oracle lives, but not lead this window elsewhere. */
function sandboxedFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms')
  return frame
}

function loaded(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => void settled().then(resolve), { once: true })
    document.body.append(frame)
  })
}

/** Two frames drawn, and the messages that were under way delivered. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))
  })
}

/** A reader who clicks on everything. */
function touchAll(frame: HTMLIFrameElement) {
  const inner = frame.contentDocument
  const view = inner?.defaultView
  if (!inner?.body || !view) return
  // A link that leads to the web is no attack, and no test goes there.
  inner.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href], area[href]')
    if (link && /^(https?|mailto):/.test((link as HTMLAnchorElement).protocol ?? '')) event.preventDefault()
  })
  for (const element of inner.body.querySelectorAll('*')) {
    // The case may have put its own elements in the place of these methods.
    if (element instanceof view.HTMLElement) {
      view.HTMLElement.prototype.click.call(element)
      view.HTMLElement.prototype.focus.call(element)
    }
    view.EventTarget.prototype.dispatchEvent.call(element, new view.MouseEvent('mouseover', { bubbles: true }))
  }
}
