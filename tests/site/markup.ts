// Blocks of a story as HTML, the way a content system writes them; the skeletons put their site around it.
import type { Visit } from './answer.ts'
import { imageWidths } from './images.ts'
import { escapeMarkup, type Block, type Figure } from './story.ts'

export type MarkupOptions = {
  readonly visit: Visit
  /** Where the pictures lie; the page's own host unless the site keeps them elsewhere. */
  readonly imageHost?: string
  /** Put after the block of this number: an advert, a newsletter box, a related link. */
  readonly after?: ReadonlyMap<number, string>
  /** The words a site puts before its credits. */
  readonly pullClass?: string
}

export function markup(blocks: readonly Block[], options: MarkupOptions): string {
  return blocks.map((block, n) => blockMarkup(block, options) + (options.after?.get(n) ?? '')).join('\n')
}

export function blockMarkup(block: Block, options: MarkupOptions): string {
  if (typeof block === 'string') return `<p>${block}</p>`
  switch (block.kind) {
    case 'heading':
      return `<h2 id="${slug(block.text)}">${block.text}</h2>`
    case 'figure':
      return figureMarkup(block, options)
    case 'quote':
      return `<blockquote><p>${block.text}</p>${block.source === undefined ? '' : `<cite>${block.source}</cite>`}</blockquote>`
    case 'pull':
      return `<aside class="${options.pullClass ?? 'pull-quote'}" aria-hidden="true"><p>${block.text}</p></aside>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${item}</li>`).join('\n')}</${tag}>`
    }
    case 'table':
      return `<table><caption>${block.caption}</caption>
<thead><tr>${block.head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`
    case 'code':
      return `<div class="highlight"><button class="copy">Copy</button><pre><code class="language-${block.language}">${escapeMarkup(block.source)}</code></pre></div>`
    case 'maths':
      return `<p>${block.markup}<script type="math/tex; mode=display">${block.tex}</script></p>`
    case 'notes':
      return `<section class="footnotes" role="doc-endnotes"><hr><ol>${block.items
        .map((item, n) => `<li id="n${n + 1}"><p>${item} <a href="#r${n + 1}" role="doc-backlink">↩︎</a></p></li>`)
        .join('\n')}</ol></section>`
  }
}

function figureMarkup(figure: Figure, { visit, imageHost }: MarkupOptions): string {
  const address = (widthPx: number) => visit.url(`${figure.image}-${widthPx}.png`, imageHost)
  const srcset = imageWidths.map((widthPx) => `${address(widthPx)} ${widthPx}w`).join(', ')
  const alt = escapeMarkup(figure.alt)
  const size = 'width="960" height="600"'
  const images: Readonly<Record<Figure['lazy'], string>> = {
    eager: `<img src="${address(960)}" srcset="${srcset}" sizes="(max-width: 700px) 100vw, 700px" alt="${alt}" ${size}>`,
    loading: `<img loading="lazy" decoding="async" src="${address(960)}" alt="${alt}" ${size}>`,
    'data-src': `<img class="lazyload" src="${blank}" data-src="${address(960)}" data-srcset="${srcset}" alt="${alt}" ${size}>`,
    noscript: `<img class="lazyload" src="${blank}" data-src="${address(960)}" alt="${alt}" ${size}><noscript><img src="${address(960)}" alt="${alt}" ${size}></noscript>`,
    picture: `<picture><source type="image/avif" srcset="${visit.url('/images/never.avif', imageHost)}" media="(min-width: 99999px)"><source type="image/png" srcset="${srcset}" sizes="700px"><img src="${address(480)}" alt="${alt}" ${size}></picture>`,
  }
  return `<figure class="media">${images[figure.lazy]}<figcaption><span class="caption">${figure.caption}</span> <span class="credit">${figure.credit}</span></figcaption></figure>`
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}

// What lazy-loading scripts put in a picture's place until it nears the window.
const blank = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
