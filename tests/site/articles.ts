// The pages that hold an article: which story, in whose clothes, at which path.
import { html, type Answer, type Routes, type Visit } from './answer.ts'
import {
  advert,
  comments,
  footer,
  furnitureSentences,
  head,
  masthead,
  mostRead,
  newsletter,
  relatedLink,
  shareButtons,
} from './furniture.ts'
import { blockMarkup, markup } from './markup.ts'
import { nightTrain } from './prose/nightTrain.ts'
import { lighthouseKeeper, rainBookshop, villageLibrary } from './prose/otherScripts.ts'
import { ingredients, pie, steps } from './prose/pie.ts'
import { posts, thread } from './prose/pump.ts'
import { rateLimits } from './prose/rateLimits.ts'
import { shoebox } from './prose/shoebox.ts'
import { silence } from './prose/silence.ts'
import { tideMill } from './prose/tideMill.ts'
import { waterClock } from './prose/waterClock.ts'
import { truthOf, type Story, type Truth } from './story.ts'

/** The longread keeps its pictures here, as large sites do. */
export const imageHost = 'images.localhost'

export const articles: Routes = {
  '/news/tide-mill': (visit) => html(newsPage(visit, tideMill)),
  '/magazine/silence': (visit) => html(magazinePage(visit, silence)),
  '/blog/shoebox': (visit) => html(blogPage(visit, shoebox)),
  '/notes/water-clock': (visit) => html(plainPage(visit, waterClock)),
  '/docs/rate-limits': (visit) => html(docsPage(visit, rateLimits)),
  '/app/night-train': (visit) => html(scriptPage(visit)),
  '/app/night-train.json': (visit) => storyAsJson(visit, nightTrain),
  '/ar/village-library': (visit) => html(newsPage(visit, villageLibrary)),
  '/ja/rain-bookshop': (visit) => html(blogPage(visit, rainBookshop)),
  '/ru/lighthouse-keeper': (visit) => html(plainPage(visit, lighthouseKeeper)),
  '/recipes/barley-leek-pie': (visit) => html(recipePage(visit)),
  '/forum/pump-noise': (visit) => html(forumPage(visit)),
}

export const articleTruths: Readonly<Record<string, Truth>> = {
  '/news/tide-mill': truthOf(tideMill, furnitureSentences),
  '/magazine/silence': truthOf(silence, furnitureSentences),
  '/blog/shoebox': truthOf(shoebox, furnitureSentences),
  '/notes/water-clock': truthOf(waterClock, []),
  '/docs/rate-limits': truthOf(rateLimits, ['On this page', 'Was this page helpful?', 'Edit this page']),
  '/app/night-train': truthOf(nightTrain, furnitureSentences),
  '/ar/village-library': truthOf(villageLibrary, furnitureSentences),
  '/ja/rain-bookshop': truthOf(rainBookshop, furnitureSentences),
  '/ru/lighthouse-keeper': truthOf(lighthouseKeeper, []),
  '/recipes/barley-leek-pie': truthOf(pie, [...furnitureSentences, 'Jump to recipe']),
  '/forum/pump-noise': {
    title: thread.title,
    siteName: thread.siteName,
    lang: thread.lang,
    sentences: posts.flatMap((post) => post.paragraphs),
    captions: [],
    notSentences: [...furnitureSentences, 'Log in to reply', 'Similar threads'],
    images: 0,
  },
}

function newsPage(visit: Visit, story: Story): string {
  const lead = story.blocks.find((block) => typeof block !== 'string' && block.kind === 'figure')
  const image =
    lead !== undefined && typeof lead !== 'string' && lead.kind === 'figure'
      ? visit.url(`${lead.image}-1440.png`)
      : undefined
  const after = new Map([
    [1, advert(visit)],
    [3, relatedLink],
    [5, newsletter],
    [7, advert(visit)],
  ])
  return `<!doctype html><html lang="${story.lang}"${story.dir === undefined ? '' : ` dir="${story.dir}"`}><head>${head(visit, { ...story, image })}</head>
<body class="single news">${masthead(story.siteName)}
<div class="layout">${mostRead}<main id="main"><article class="story" itemscope itemtype="https://schema.org/NewsArticle">
<header><p class="kicker"><a href="/section/local">Local</a></p><h1 itemprop="headline">${story.title}</h1><p class="standfirst">${story.description}</p>
<div class="byline">By <a rel="author" href="/people/1">${story.byline ?? ''}</a> <time datetime="${story.publishedAt ?? ''}">${story.publishedAt ?? ''}</time></div>${shareButtons}</header>
<div class="story-body" itemprop="articleBody">${markup(story.blocks, { visit, after })}</div>${shareButtons}
<div class="tags"><a href="/tag/1">Harbours</a> <a href="/tag/2">Heritage</a></div></article>${comments}</main></div>${footer(story.siteName)}</body></html>`
}

// Nested wrappers, sections instead of one body, pictures on another host: what a large magazine's own system writes.
function magazinePage(visit: Visit, story: Story): string {
  const sections: string[][] = [[]]
  for (const block of story.blocks) {
    if (typeof block !== 'string' && block.kind === 'heading') sections.push([])
    sections.at(-1)!.push(blockMarkup(block, { visit, imageHost, pullClass: 'c-pullquote' }))
  }
  const body = sections
    .map(
      (blocks, n) =>
        `<section class="c-section"><div class="c-section__inner">${blocks.join('\n')}</div></section>${n === 1 ? newsletter : n === 2 ? advert(visit) : ''}`,
    )
    .join('\n')
  return `<!doctype html><html lang="${story.lang}"><head>${head(visit, { ...story, image: visit.url('/images/archive-1440.png', imageHost) })}</head>
<body>${masthead(story.siteName)}<div id="__root"><div class="l-page"><main id="main">
<div class="c-hero"><h1 class="c-hero__title">${story.title}</h1><p class="c-hero__deck">${story.description}</p>
<p class="c-credit">Words by <span class="c-credit__name">${story.byline ?? ''}</span></p>
<audio controls preload="none" src="/audio/silence.mp3"></audio></div>
<div class="l-column"><div class="c-toolbar">${shareButtons}<span>18 minute read</span></div>${body}</div>
<div class="c-author-bio"><p><a href="/people/2">${story.byline ?? ''}</a> writes about rooms and what happens in them.</p></div></main>${mostRead}</div></div>${footer(story.siteName)}</body></html>`
}

function blogPage(visit: Visit, story: Story): string {
  return `<!DOCTYPE html><html lang="${story.lang}" class="no-js"><head>${head(visit, { ...story, schema: 'BlogPosting' })}<meta name="generator" content="WordPress 6.7"></head>
<body class="post-template-default single single-post postid-4711"><div id="page" class="site">${masthead(story.siteName)}
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-4711" class="post-4711 post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">${story.title}</h1><div class="entry-meta"><span class="posted-on"><a rel="bookmark" href="${visit.path}"><time class="entry-date published" datetime="${story.publishedAt ?? ''}">${story.publishedAt ?? ''}</time></a></span> <span class="author vcard"><a class="url fn n" href="/author/1">${story.byline ?? ''}</a></span></div></header>
<div class="entry-content">${markup(story.blocks, { visit, after: new Map([[3, advert(visit)]]) })}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3>${shareButtons}</div>
<div id="jp-relatedposts" class="jp-relatedposts">${relatedLink}</div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/1">Habits</a></span></footer></article>
<nav class="post-navigation"><a rel="prev" href="/blog/loom">Previous</a><a rel="next" href="/blog/stamps">Next</a></nav>${comments}</main></div>
<aside id="secondary" class="widget-area">${mostRead}${newsletter}</aside></div>${footer(story.siteName)}</div></body></html>`
}

// Somebody's own page: hardly any markup, no metadata but a title and a name.
function plainPage(visit: Visit, story: Story): string {
  return `<!doctype html><html lang="${story.lang}"><meta charset="utf-8"><title>${story.title}</title><meta name="author" content="${story.byline ?? ''}">
<script src="/furniture/lazy.js" defer></script><body><p><a href="/">Home</a> | <a href="/older">Older</a></p>
<h1>${story.title}</h1><p class="date"><time datetime="${story.publishedAt ?? ''}">${story.publishedAt ?? ''}</time></p>
${markup(story.blocks, { visit })}</body></html>`
}

function docsPage(visit: Visit, story: Story): string {
  const contents = story.blocks
    .flatMap((block) =>
      typeof block !== 'string' && block.kind === 'heading' ? [`<li><a href="#">${block.text}</a></li>`] : [],
    )
    .join('')
  const chapters = ['Getting started', 'Keys', 'Beds', 'Plants', 'Seasons', 'Webhooks', 'Errors', 'Changelog']
  return `<!doctype html><html lang="en" data-theme="light"><head>${head(visit, { ...story, schema: 'TechArticle', type: 'website' })}</head>
<body><nav class="navbar"><a href="/docs">Larkspur</a> <a href="/docs/api">API</a> <a href="/pricing">Pricing</a></nav>
<div class="docs-wrapper"><aside class="sidebar"><ul class="menu">${chapters.map((name) => `<li><a class="menu__link" href="/docs/x">${name}</a></li>`).join('')}</ul></aside>
<main id="main" class="docMainContainer"><div class="row"><div class="col"><nav class="breadcrumbs"><ol><li>Docs</li><li>Guides</li></ol></nav>
<article><div class="theme-doc-markdown markdown"><header><h1>${story.title}</h1></header>${markup(story.blocks, { visit })}</div>
<footer class="theme-doc-footer"><a href="/edit">Edit this page</a><span>Last updated by the garden team</span></footer></article>
<div class="feedback"><p>Was this page helpful?</p><button>Yes</button><button>No</button></div><nav class="pagination-nav"><a href="/docs/keys">Previous: Keys</a></nav></div>
<div class="col toc"><h2>On this page</h2><ul>${contents}</ul></div></div></main></div>${footer(story.siteName)}</body></html>`
}

// Nothing but an empty element until the script has fetched the text and built the page from it.
function scriptPage(visit: Visit): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${nightTrain.siteName}</title><link rel="stylesheet" href="/furniture/site.css"></head>
<body><div id="app"><div class="spinner">Loading…</div></div><noscript>This site needs JavaScript.</noscript>
<script src="/furniture/consent.js"></script><script src="/furniture/lazy.js"></script>
<script type="module">
const story = await (await fetch('/app/night-train.json?edition=${visit.edition}')).json()
document.title = story.title + ' | ' + story.siteName
const app = document.getElementById('app')
const paint = (html) => app.insertAdjacentHTML('beforeend', html)
app.textContent = ''
paint(story.before)
const article = document.createElement('article')
article.innerHTML = '<h1>' + story.title + '</h1><p class="byline">By ' + story.byline + ', <time datetime="' + story.publishedAt + '">' + story.publishedAt + '</time></p>'
app.append(article)
for (const block of story.blocks) {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  article.insertAdjacentHTML('beforeend', block)
}
paint(story.after)
watchLazy()
</script></body></html>`
}

function storyAsJson(visit: Visit, story: Story): Answer {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...story,
      blocks: story.blocks.map((block) => blockMarkup(block, { visit })),
      before: masthead(story.siteName),
      after: `${advert(visit)}${mostRead}${comments}${footer(story.siteName)}`,
    }),
  }
}

function recipePage(visit: Visit): string {
  const more = {
    recipeIngredient: ingredients,
    recipeInstructions: steps.map((text) => ({ '@type': 'HowToStep', text })),
    recipeYield: '4',
  }
  return `<!doctype html><html lang="${pie.lang}"><head>${head(visit, { ...pie, schema: 'Recipe', more, image: visit.url('/images/pie-1440.png') })}</head>
<body>${masthead(pie.siteName)}<main id="main"><article class="post"><header class="entry-header"><h1>${pie.title}</h1><p class="by">by ${pie.byline ?? ''}</p><a class="jump" href="#recipe">Jump to recipe</a><button>Print</button></header>
<div class="entry-content">${markup(pie.blocks, { visit, after: new Map([[1, advert(visit)]]) })}<p>Rated <span aria-label="4.8 of 5 stars">★★★★★</span> by 112 cooks</p></div></article>${comments}</main>${mostRead}${footer(pie.siteName)}</body></html>`
}

function forumPage(visit: Visit): string {
  const list = posts
    .map(
      (
        post,
        n,
      ) => `<article class="post" id="post-${n + 1}"><div class="post-side"><img class="avatar" src="/images/avatar${n}-48.png" width="48" height="48" alt=""><b>${post.author}</b><small>Posts: ${17 * (n + 3)}</small></div>
<div class="post-main"><time datetime="${post.at}">${post.at}</time><div class="post-body">${post.paragraphs.map((text) => `<p>${text}</p>`).join('')}</div><ul class="post-buttons"><li><a href="#">Quote</a></li><li><a href="#">Report</a></li></ul></div></article>`,
    )
    .join('\n')
  return `<!doctype html><html lang="en"><head>${head(visit, { ...thread, description: posts[0]!.paragraphs[0]!, schema: 'DiscussionForumPosting', type: 'website' })}</head>
<body>${masthead(thread.siteName)}<main id="main" class="forum"><nav class="crumbs">Forum › Heating › Pumps</nav><h1>${thread.title}</h1>${list}
<p><a class="button" href="/login">Log in to reply</a></p><aside><h2>Similar threads</h2><ul><li><a href="/forum/2">Radiator ticking like a clock</a></li></ul></aside></main>${footer(thread.siteName)}</body></html>`
}
