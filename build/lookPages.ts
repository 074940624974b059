// Pages that are hard to show, for pictures: what a reader's library holds after some years.
import { html, type Routes } from '../tests/site/answer.ts'

export const longTitle =
  'On the several ways of counting the hours between one tide and the next, as they were practised by harbour masters, clockmakers, priests and one pilot who would not say how he did it, with remarks on the instruments, the arguments they led to, and the single winter in which all of them turned out to be wrong by the same amount'
export const brokenImageTitle = 'Two drawings of a sluice, one of them lost'
export const wideTitle = 'Everything here is wider than the page'
const quietTitle = 'A short note without a picture'

const paragraph =
  'The water came in under the door at ten past four, as it had every spring, and nobody in the house got up, because the carpets had been on the tables since the evening before.'

/** `/images/...` lies on the site; `/pictures-gone/...` does not. */
export const lookPages: Routes = {
  '/look/long-title': () =>
    html(page(longTitle, `<img src="/images/harbour-960.png" alt="A harbour">${paragraphs(6)}`)),
  '/look/broken-image': () =>
    html(
      page(
        brokenImageTitle,
        `<p class="standfirst">Who drew them, what they cost, and where the other one was last seen.</p>${paragraphs(1)}<figure><img src="/pictures-gone/sluice.png" width="960" height="540" alt="A sluice gate, drawn in ink, with its three boards lifted"><figcaption>The upper sluice in 1911.</figcaption></figure>${paragraphs(2)}<figure><img src="/images/harbour-960.png" width="960" height="540" alt="The lower sluice"><figcaption>The lower sluice, much repaired.</figcaption></figure>${paragraphs(3)}`,
      ),
    ),
  '/look/quiet': () => html(page(quietTitle, paragraphs(2))),
  '/look/wide': () =>
    html(
      page(
        wideTitle,
        `${paragraphs(1)}<table><thead><tr>${cells('th', 'Month')}</tr></thead><tbody>${Array.from({ length: 4 }, () => `<tr>${cells('td', '1,204 m³')}</tr>`).join('')}</tbody></table>
<p>The longest of them is Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, and its address is https://example.org/${'a-very-long-path-without-any-break/'.repeat(6)}.</p>
<pre><code class="language-sh">${'measure --every 10m --at lower-sluice,upper-sluice,mill-race --unit m3 '.repeat(3)}</code></pre>${paragraphs(3)}`,
      ),
    ),
}

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, n) => `<p>${paragraph} That was year ${n + 1} of the count.</p>`).join('')

const cells = (name: 'td' | 'th', text: string) =>
  Array.from({ length: 14 }, (_, n) => `<${name}>${text} ${n + 1}</${name}>`).join('')

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta name="author" content="Ottoline Maria Featherstonehaugh-Vandermeer and the Working Group on Tides"><meta property="article:published_time" content="2026-04-02"><meta property="og:site_name" content="The Proceedings of the Society for Water and Time"></head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`
