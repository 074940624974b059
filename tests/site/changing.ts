// Pages that are not the same the next time: better, worse, or an apology in their place. `site.revise(path)` turns them over.
import { html, type Answer, type Routes } from './answer.ts'
import { blockMarkup } from './markup.ts'
import { tideMill } from './prose/tideMill.ts'
import { plain, truthOf, type Story, type Truth } from './story.ts'
import type { Visit } from './answer.ts'

const paragraphs = tideMill.blocks.filter((block): block is string => typeof block === 'string')
const story = (blocks: Story['blocks']): Story => ({ ...tideMill, title: 'The mill, as far as we know', blocks })
const short = story(paragraphs.slice(0, 4))
const long = story(paragraphs)

export const changing: Routes = {
  /** The second edition is more than twice as long. */
  '/changing/longer': (visit) => page(visit, visit.edition === 1 ? short : long),
  '/changing/shorter': (visit) => page(visit, visit.edition === 1 ? long : short),
  '/changing/error': (visit) =>
    visit.edition === 1
      ? page(visit, long)
      : html('<title>Error</title><h1>Something went wrong on our side</h1><p>Please try again later.</p>'),
  '/changing/gone': (visit) => (visit.edition === 1 ? page(visit, long) : html('<h1>Gone</h1>', {}, 410)),
  '/changing/wall': (visit) =>
    visit.edition === 1
      ? page(visit, long)
      : html(
          `<title>Sign in</title><h1>${long.title}</h1><p>${plain(paragraphs[0]!)}</p><form><input type="password"><button>Sign in to go on reading</button></form>`,
        ),
}

/** Of the first edition, and of the second where it is an article too. */
export const changingTruths: Readonly<Record<string, readonly Truth[]>> = {
  '/changing/longer': [truthOf(short, []), truthOf(long, [])],
  '/changing/shorter': [truthOf(long, []), truthOf(short, [])],
  '/changing/error': [truthOf(long, [])],
  '/changing/gone': [truthOf(long, [])],
  '/changing/wall': [truthOf(long, [])],
}

function page(visit: Visit, { title, blocks, byline, siteName }: Story): Answer {
  return html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${siteName}"><meta name="author" content="${byline ?? ''}"><link rel="canonical" href="${visit.url(visit.path)}"></head>
<body><article><h1>${title}</h1>${blocks.map((block) => blockMarkup(block, { visit })).join('\n')}</article></body></html>`)
}
