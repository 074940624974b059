// Every way a page can send its visitor somewhere else.
import { html, type Answer, type Routes, type Visit } from './answer.ts'

export const redirects: Routes = {
  /** `/redirect/301?to=/news/tide-mill`; `to` may be a whole address. */
  '/redirect/*': (visit) => {
    const status = Number(visit.path.slice('/redirect/'.length))
    return [301, 302, 303, 307, 308].includes(status) ? to(status, target(visit)) : { status: 404 }
  },
  '/redirect/meta': (visit) => html(`<meta http-equiv="refresh" content="0; url=${target(visit)}"><p>Moving…`),
  '/redirect/script': (visit) =>
    html(`<p>Moving…</p><script>location.replace(${JSON.stringify(target(visit))})</script>`),
  '/redirect/loop': () => to(302, '/redirect/loop-back'),
  '/redirect/loop-back': () => to(302, '/redirect/loop'),
  /** `/redirect/chain?left=25&to=/news/tide-mill` */
  '/redirect/chain': (visit) => {
    const left = Number(visit.query.get('left') ?? '0')
    return to(
      302,
      left > 0 ? `/redirect/chain?left=${left - 1}&to=${encodeURIComponent(target(visit))}` : target(visit),
    )
  },
  '/redirect/file': () => to(302, 'file:///etc/passwd'),
  /** To a listener on this machine that nobody has allowed. */
  '/redirect/private': (visit) => to(302, `http://127.0.0.1:${visit.canaryPort}/secret`),
  '/redirect/private-meta': (visit) =>
    html(`<meta http-equiv="refresh" content="0; url=http://127.0.0.1:${visit.canaryPort}/secret">`),
  '/redirect/private-script': (visit) =>
    html(`<script>location = 'http://127.0.0.1:${visit.canaryPort}/secret'</script>`),
  '/redirect/scheme': () =>
    html(
      `<p>Opening the app…</p><script>location = 'offprint://save?url=https%3A%2F%2Fevil.example%2F'; setTimeout(() => { location = 'mailto:you@example.org' })</script>`,
    ),
  /** A line break smuggled into the header; Node refuses to write it, so the bytes are written here. */
  '/redirect/crlf': (_visit, response) => {
    response.socket?.end(
      'HTTP/1.1 302 Found\r\nLocation: /news/tide-mill\rX-Smuggled: yes\r\nContent-Length: 0\r\n\r\n',
    )
    return undefined
  },
  '/redirect/no-target': () => ({ status: 302 }),
}

function target(visit: Visit): string {
  return visit.query.get('to') ?? '/news/tide-mill'
}

function to(status: number, location: string): Answer {
  return { status, headers: { location, 'content-type': 'text/html' }, body: 'Moved.' }
}
