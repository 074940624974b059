// Pages of odd or damaged parts, each of which still has a text worth keeping.
import { deflateSync } from 'node:zlib'
import { crc32 } from '../site/deflate.ts'
import { encode } from '../site/encode.ts'
import { html, type Answer, type Routes } from '../site/answer.ts'
import { gif } from '../site/pictures.ts'

export const oddTitle = 'The lock-keeper’s second clock'
export const oddSentences = [
  'There are two clocks in the lock-keeper’s house, and they have disagreed since the spring of the great flood.',
  'The one on the wall shows the time by which the trains run, the other one the time by which the water does.',
  'When a barge comes down from the upper pound she looks at both, subtracts, and writes the difference on a slate.',
  'Her grandfather, who built the second clock out of a sewing machine, left no word about how to set it right.',
  'On the longest day the two of them agree for about a minute, and everybody who is near comes in to see it.',
] as const

/** The sentences as an article, with more before, between and after. */
function article(
  parts: { head?: string; before?: string; after?: string; title?: string; script?: string } = {},
): string {
  const { head = '', before = '', after = '', title = oddTitle, script } = parts
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${before}
${oddSentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}${after}</article>${script === undefined ? '' : `<script>${script}</script>`}</body></html>`
}

export const oddPages: Routes = {
  '/odd/plain': () => html(article()),

  /** Two addresses of one site that lead to the place where one signs in. */
  '/odd/door-a': () => ({ status: 302, headers: { location: '/odd/door' }, body: '' }),
  '/odd/door-b': () => ({ status: 302, headers: { location: '/odd/door' }, body: '' }),
  '/odd/door': () =>
    html(
      '<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1><p>Sign in to continue reading.</p><form><label>Name <input name="n"></label><label>Password <input type="password" name="p"></label><button>Sign in</button></form>',
    ),

  '/odd/base': () =>
    html(
      article({
        before:
          '<p>Of the <a href="further" target="_top">two clocks on the canal</a> only one is ever wound, and that one by hand, on Sundays.</p>',
        head: '<base href="/elsewhere/" target="_top"><meta http-equiv="refresh" content="600; url=/popup">',
        after: '<form action="/steal" target="_top"><input name="q" autofocus></form>',
      }),
    ),

  '/odd/title': () =>
    html(
      article({
        title: `\u202ekcolc\u202c 🕰️ \u0000\u0007 ${'The very long title goes on. '.repeat(36_000)}`,
        script: "document.title = '\\ud83d' + document.title",
      }),
    ),

  '/odd/utf-7': () => ({
    headers: { 'content-type': 'text/html; charset=utf-7' },
    body: article({
      after: `<p>On the slate she once wrote +ADw-script+AD4-document.title='ran'+ADw-/script+AD4- and nobody has found out what it is for.</p>`,
    }).replace('<meta charset="utf-8">', ''),
  }),
  '/odd/iso-2022-kr': () => ({
    headers: { 'content-type': 'text/html; charset=iso-2022-kr' },
    body: article({ after: "\x1b$)C\x0e<script>document.title='ran'</script>\x0f" }).replace(
      '<meta charset="utf-8">',
      '',
    ),
  }),
  '/odd/iso-2022-jp': () => ({
    headers: { 'content-type': 'text/html; charset=iso-2022-jp' },
    body: encodeAscii(
      article({ after: '<p title="\x1b$B"><img src=x onerror=document.title=1>\x1b(B">The last words.</p>' }),
    ),
  }),
  '/odd/user-defined': () => ({
    headers: { 'content-type': 'text/html; charset=x-user-defined' },
    body: encodeAscii(article()),
  }),
  '/odd/notes.txt': () => ({
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: [oddTitle, ...oddSentences].join('\n\n'),
  }),
  /** A mark of the byte order in the midst of the text. */
  '/odd/marks': () => html(article({ after: '<p>A mark\ufeff stands here.</p>' })),

  '/odd/broken-images': () =>
    html(
      article({
        after: ['cut.png', 'text.png', 'page.jpg', 'empty.png']
          .map(
            (name) =>
              `<figure><img src="/images/${name}" alt="A picture called ${name}" width="480" height="300"></figure>`,
          )
          .join(''),
      }),
    ),
  '/odd/one-broken-image': () =>
    html(article({ after: '<img src="/images/text.png" alt="A picture of the slate" width="480" height="300">' })),
  '/odd/huge-images': () =>
    html(
      article({
        after:
          '<img src="/odd/huge.png" alt="A wall of a picture" width="480" height="300"><img src="/odd/long.gif" alt="A film of a picture" width="480" height="300">',
      }),
    ),
  '/odd/huge.png': () => picture('image/png', hugePng(30_000, 30_000)),
  '/odd/long.gif': () => picture('image/gif', longGif(10_000)),
  '/odd/svg': () =>
    html(
      article({
        after:
          '<img src="/images/hostile.svg" alt="A drawing with plans" width="200" height="100"><img src="/odd/entities.svg" alt="A drawing that swells" width="200" height="100">',
      }),
    ),
  '/odd/entities.svg': () => picture('image/svg+xml', entityBomb),
  '/odd/gone-image': () =>
    html(article({ after: '<img src="/images/gone.png" alt="A picture that is gone" width="480" height="300">' })),
  '/odd/data-image': () =>
    html(
      article({
        after: '<img id="big" alt="A picture within the address" width="480" height="300">',
        script: "document.getElementById('big').src = 'data:image/png;base64,' + 'A'.repeat(50_000_000)",
      }),
    ),
  '/odd/srcset': () =>
    html(
      article({
        after: `<img alt="A picture in 400 sizes" width="480" height="300" src="/images/srcset-1-480.png" srcset="${Array.from({ length: 400 }, (_, n) => `/images/srcset-${n}-480.png ${(n + 1) * 10}w`).join(', ')}" sizes="480px">`,
      }),
    ),
}

function picture(type: string, body: string | Uint8Array): Answer {
  return { headers: { 'content-type': type }, body }
}

function encodeAscii(text: string): Uint8Array {
  return encode(text.replace('<meta charset="utf-8">', '').replace(/’/g, '&rsquo;'), 'utf-8')
}

/** Honest about its size, and all of one colour: a few hundred kilobytes that would take gigabytes to show. */
function hugePng(widthPx: number, heightPx: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([1, 0], 8)
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body) >>> 0)
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', new Uint8Array(0)),
  ])
}

/** The first frame of a small GIF, over and over, on a larger page: what is tiny counts as a tracker. */
function longGif(frames: number): Uint8Array {
  const small = Buffer.from(gif(8, 8))
  small.writeUInt16LE(480, 6)
  small.writeUInt16LE(300, 8)
  const control = Buffer.of(0x21, 0xf9, 4)
  const start = small.indexOf(control)
  const end = small.indexOf(control, start + 1)
  return Buffer.concat([
    small.subarray(0, start),
    ...Array.from({ length: frames }, () => small.subarray(start, end)),
    Uint8Array.of(0x3b),
  ])
}

const entityBomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><text y="20">&a9;</text></svg>`
