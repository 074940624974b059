import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const text = `<p>${'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when, or for whom. '.repeat(4)}</p>`
const url = 'https://www.harbour.example/2024/tide'

function facts(head: string, body = `<article><h1>The tide</h1>${text}</article>`) {
  return extractHtml(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, url)
}

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('the title', () => {
  test.each([
    [
      'loses the site after a bar',
      '<title>Why the tide turned | Harbour</title><meta property="og:site_name" content="Harbour">',
      'Why the tide turned',
    ],
    ['loses the site that is the host', '<title>Why the tide turned - Harbour</title>', 'Why the tide turned'],
    [
      'loses the site in front',
      '<title>Harbour: x — Why the tide turned</title><meta property="og:site_name" content="Harbour: x">',
      'Why the tide turned',
    ],
    [
      'keeps in front what is more than the site',
      '<title>Harbour Payments | Everything for paying</title>',
      'Harbour Payments',
    ],
    [
      'loses what is added for searchers after a dash',
      '<title>Fifteen kettles compared - Personally tested</title>',
      'Fifteen kettles compared',
    ],
    ['keeps a dash of its own', '<title>Tide - a history of water</title>', 'Tide - a history of water'],
    ['is decoded once more where the page escaped twice', '<title>Salt &amp;amp; water</title>', 'Salt & water'],
    [
      'has no characters that turn or break the line',
      '<title>The\u202e tide\u0007\n turned</title>',
      'The tide turned',
    ],
  ])('%s', (_name, head, expected) => {
    expect(facts(head, text).title).toBe(expected)
  })

  test('is the heading that the page agrees with', () => {
    const { title, html } = facts(
      '<title>The tide, and why it turned – Harbour</title>',
      `<article><h1>The tide, and why it turned</h1>${text}</article>`,
    )
    expect(title).toBe('The tide, and why it turned')
    expect(html).not.toContain('and why it turned')
  })

  test('is the only heading of a page that says much the same of itself, but not a slogan on the front page', () => {
    const page = (address: string) =>
      extractHtml(
        `<title>Pros and cons of a tiny lighthouse</title><h1>The pros and cons of living in a tiny lighthouse</h1>${text}`,
        address,
      ).title
    expect(page(url)).toBe('The pros and cons of living in a tiny lighthouse')
    expect(page('https://www.harbour.example/')).toBe('Pros and cons of a tiny lighthouse')
  })

  test('is no lesser heading that only names the site', () => {
    const body = `<h2>HARB</h2>${text}`
    expect(facts('<title>Harb - the tide-table manual</title>', body).title).toBe('Harb - the tide-table manual')
  })

  test('is the only heading, also where a first section is called like the window', () => {
    const body = `<article><h1>An introduction to tides: all a pilot needs</h1>${text}<h2>What is a tide?</h2>${text}</article>`
    const head = '<title>What is a tide - A guided tour | Harbour</title><meta property="og:type" content="article">'
    expect(facts(head, body).title).toBe('An introduction to tides: all a pilot needs')
  })

  test('is read with the spaces of the heading, where a statement has fewer', () => {
    const page = `<title>ANKER stern line, white, 301/8x575/8 m</title><h1>ANKER stern line, white, 30 1/8x57 5/8 m</h1>${text}`
    const { title } = extractHtml(page, 'https://www.harbour.example/p/anker-stern-line-white')
    expect(title).toBe('ANKER stern line, white, 30 1/8x57 5/8 m')
  })

  test('of a heading ends at its upright bar', () => {
    const body = `<h1>Why the tide turned | Opinion</h1>${text}`
    expect(facts('<title>Why the tide turned | Opinion</title>', body).title).toBe('Why the tide turned')
  })

  test('is cut at 300 characters, between characters', () => {
    const { title } = facts(`<title>${'🌊'.repeat(400)}</title>`, text)
    expect([...title]).toHaveLength(300)
    expect(title.endsWith('🌊…')).toBe(true)
  })

  test('is cut after a whole word where a word ends near', () => {
    const { title } = facts(`<title>${'harbours '.repeat(40)}</title>`, text)
    expect(title).toBe(`${'harbours '.repeat(33).trimEnd()}…`)
  })

  test('a megabyte of it is no trouble', () => {
    expect(facts(`<title>${'long '.repeat(200_000)}</title>`, text).title.length).toBeLessThanOrEqual(300)
  })

  test.each([
    [
      'has a space where a line of the heading breaks',
      '<title>Tides</title>',
      '<h1>Tide tables<br>for sailors</h1>',
      'Tide tables for sailors',
    ],
    [
      'has the spaces that only its other statements have',
      '<title>Tide Tables for Sailors</title>',
      '<h1><span>Tide</span><span>Tables</span> for Sailors</h1>',
      'Tide Tables for Sailors',
    ],
    [
      'is a heading that stands on the page twice',
      '<title>All about the tide | Harbour</title>',
      '<h1>The tide for everyone</h1><h1>The tide for everyone</h1>',
      'The tide for everyone',
    ],
    [
      'is what the address says, where the heading says something else',
      '<title>The tide tables of the harbour</title>',
      '<h1>The tables of the harbour at a glance</h1>',
      'The tide tables of the harbour',
    ],
    [
      'is the heading that the address says, whatever the site says of itself',
      '<title>Harbour - the heart of the sea</title>',
      '<h1>Tide or ebb?</h1>',
      'Tide or ebb?',
    ],
    [
      'is whole where one statement of it is cut short',
      `<title>${'The tide came and went. '.repeat(8).trim()} : harbours</title><meta property="og:title" content="${'The tide came and went. '.repeat(8).trim()}"><meta name="twitter:title" content="The tide came and...">`,
      '',
      'The tide came and went. '.repeat(8).trim(),
    ],
    [
      'is the heading that the page says after the name of its log',
      '<title>Pilots’ Log: Why it turned</title>',
      '<h1>Why it turned</h1><h1>What followed</h1>',
      'Why it turned',
    ],
    [
      'has no hyphens that only part lines',
      '<title>Tides</title>',
      '<h1>The tide as\u00adsistance plan</h1>',
      'The tide assistance plan',
    ],
    [
      'keeps after a dash what the address says too',
      '<title>New to ebbs – which tide first?</title>',
      '',
      'New to ebbs – which tide first?',
    ],
    [
      'keeps a dash of its own where the window goes on after it',
      '<meta property="og:title" content="Going to sea: what the tide knows – and the pilot?"><title>Going to sea: what the tide knows – and the pilot? - Questions - Harbour</title>',
      '',
      'Going to sea: what the tide knows – and the pilot?',
    ],
    [
      'is the first heading where that is nearly what the page says, and not the heading of a part that is it word for word',
      '<title>The Atlas tide clock for sailors</title>',
      '<h1>The Atlas AG tide clock for sailors</h1><h2>The Atlas tide clock for sailors</h2>',
      'The Atlas AG tide clock for sailors',
    ],
    [
      'has a space where lines of a heading are elements',
      '<title>Clocks and barometers of all sorts</title>',
      '<h1>The Best Tide Clocks<span>Barometers and clocks of all sorts</span></h1>',
      'The Best Tide Clocks Barometers and clocks of all sorts',
    ],
    [
      'is the heading where all else that the page says of itself breaks off',
      '<title>The harbour has the largest choice of…</title><meta property="og:title" content="The harbour has the largest choice of…">',
      '<h1>Clocks for sailors</h1>',
      'Clocks for sailors',
    ],
    [
      'is the heading without the name of the board, where both are headings',
      '<title>What a pilot told me - Board of Pilots - Harbour</title>',
      '<h1>What a pilot told me - Board of Pilots</h1><h1>What a pilot told me</h1>',
      'What a pilot told me',
    ],
  ])('%s', (_name, head, heading, expected) => {
    expect(facts(head, `${heading}${text}`).title).toBe(expected)
  })

  test('of a front page begins with the name of the site, and no deeper page’s does', () => {
    const titleAt = (path: string, title: string) =>
      extractHtml(`<title>${title}</title>${text}`, `https://www.harbour.example${path}`).title
    expect(titleAt('/', 'Harbour - everything about the sea')).toBe('Harbour - everything about the sea')
    expect(titleAt('/', 'Harbour')).toBe('Harbour')
    expect(titleAt('/sea', 'Harbour - everything about the sea')).toBe('everything about the sea')
  })

  test('is no slogan of the site where another statement has the words of the address', () => {
    const head =
      '<meta property="og:title" content="Sail better, together"><title>Boats in demand today · Harbour</title>'
    const page = (path: string, kind = '') =>
      extractHtml(`${head}${kind}${text}`, `https://www.harbour.example${path}`).title
    expect(page('/boats/demand')).toBe('Boats in demand today')
    expect(page('/2024')).toBe('Sail better, together')
    // The address of an article is often made for searchers; its headline is not.
    expect(page('/boats/demand', '<meta property="og:type" content="article">')).toBe('Sail better, together')
  })
})

describe('the byline', () => {
  test.each([
    [
      'from linked data, people before houses',
      linked({
        '@type': 'NewsArticle',
        headline: 'The tide',
        author: [
          { '@type': 'Organization', name: 'Harbour' },
          { '@type': 'Person', name: 'Ada Byron' },
        ],
      }),
      '',
      'Ada Byron',
    ],
    [
      'from linked data by reference',
      linked({
        '@graph': [
          { '@type': 'Person', '@id': '#a', name: 'Ada Byron' },
          { '@type': 'Article', headline: 'The tide', author: { '@id': '#a' } },
        ],
      }),
      '',
      'Ada Byron',
    ],
    [
      'from linked data with line breaks in its strings',
      '<script type="application/ld+json">{"@type":"Article","headline":"The tide","description":"a\nb","author":"Ada Byron",}</script>',
      '',
      'Ada Byron',
    ],
    ['from a meta element', '<meta name="author" content="By Ada Byron">', '', 'Ada Byron'],
    [
      'of several, each once',
      '<meta name="citation_author" content="Ada Byron"><meta name="citation_author" content="Li Wenna"><meta name="citation_author" content="Ada Byron">',
      '',
      'Ada Byron, Li Wenna',
    ],
    [
      'from a marked element',
      '',
      '<p itemprop="author" itemscope><span itemprop="name">Ada Byron</span>, our reporter</p>',
      'Ada Byron',
    ],
    [
      'from a line that says By',
      '',
      '<p>By <a href="/ada">Ada Byron</a> and <a href="/li">Li Wenna</a></p>',
      'Ada Byron, Li Wenna',
    ],
    [
      'where only a style sheet parts label and name',
      '',
      '<div class="byline"><span>Written by</span><span>Byron Adams</span></div>',
      'Byron Adams',
    ],
    [
      'the name behind "Words by"',
      '',
      '<p class="c-credit">Words by <span class="c-credit__name">Byron Adams</span></p>',
      'Byron Adams',
    ],
    ['before what it is about', '', '<p>By Ada Byron | <a href="/water">Water</a> | 8 min</p>', 'Ada Byron'],
    [
      'and not who reviewed it',
      '',
      '<p>By <a href="/ada">Ada Byron</a>. Medically reviewed by <a href="/li">Li Wenna</a></p>',
      'Ada Byron',
    ],
    [
      'without the role in a box of its own',
      '',
      '<div class="byline"><a href="/ada"><div>Ada Byron</div><div>Research and Water</div></a></div>',
      'Ada Byron',
    ],
    ['without the topics beside it', '', '<ul class="byline"><li><a href="/tag/w">Water</a></li></ul>', undefined],
    ['after a date and the time it takes', '', '<p>9 March 2024 · 3 min · By Ada Byron, Editor</p>', 'Ada Byron'],
    ['of those who contributed', '', '<p>Contributors: Ada Byron</p>', 'Ada Byron'],
    ['that is the site, where it signs', '<title>The tide | Pilots</title>', '<p>By Pilots</p>', 'Pilots'],
    ['never of a sentence', '', '<p>By sailing you accept our <a href="/l">terms and rules</a>.</p>', undefined],
    [
      'never of a menu',
      '',
      `<p class="author">${'<a href="/x">Tides</a><a href="/y">Ebbs</a>'.repeat(30)}</p>`,
      undefined,
    ],
    ['never of a button', '', '<p class="author"><a href="/x">SHOP NOW</a></p>', undefined],
    ['never what a program left empty', '<meta name="author" content="undefined">', '', undefined],
    ['never of a buyer', '', '<div itemprop="review"><b itemprop="author">Li Wenna</b></div>', undefined],
    ['of the text before any on the page', '', '<p>By Ada Byron</p><p class="author">Li Wenna</p>', 'Ada Byron'],
    ['never an address', '<meta name="author" content="https://social.example/ada">', '', undefined],
    ['never from a comment', '', '<div class="comments"><p class="author">Ada Byron</p></div>', undefined],
    [
      'never who made the site',
      '<meta name="author" content="content: Ada Byron, design: Li Wenna">',
      '<p class="author">Mia Stone</p>',
      'Mia Stone',
    ],
    [
      'without the paper that the site is',
      '<meta property="og:site_name" content="Ashford Quay Review">' +
        linked({
          '@type': 'NewsArticle',
          headline: 'The tide',
          author: { '@type': 'Person', name: 'Ada Byron, The Quay Review' },
        }),
      '',
      'Ada Byron',
    ],
    [
      'without the site beside a name',
      '<meta property="og:site_name" content="Pilots">',
      '<p class="author-line"><a href="/">Pilots</a><a href="/ada">Ada Byron</a></p>',
      'Ada Byron',
    ],
    [
      'beside a picture called the same, close to a day',
      '<meta property="og:type" content="article">',
      '<div><span>2024-03-09</span><a title="Ada Byron"><img src="a.png" alt="Ada Byron"><div>Ada Byron</div></a></div>',
      'Ada Byron',
    ],
  ])('%s', (_name, head, line, expected) => {
    expect(facts(head, `<article><h1>The tide</h1>${line}${text}</article>`).byline).toBe(expected)
  })

  test.each([
    ['in a line below the text', '<p>Written by <a href="/ada">Ada Byron</a></p>', 'Ada Byron'],
    ['under a label below the text', '<div>Written by</div><div>Ada Byron</div>', 'Ada Byron'],
    [
      'of several in a list under a label',
      '<h6>Author(s)</h6><ul><li><a href="/ada">Ada Byron</a></li><li><a href="/li">Li Wenna</a></li></ul>',
      'Ada Byron, Li Wenna',
    ],
    ['only where one is said', '<p>Written by Ada Byron</p><p>Written by Li Wenna</p>', undefined],
    ['and not with other articles', '<div class="related"><p>Written by Ada Byron</p></div>', undefined],
  ])('%s', (_name, below, expected) => {
    expect(facts('', `<article><h1>The tide</h1>${text.repeat(5)}${below}</article>`).byline).toBe(expected)
  })
})

describe('the dates', () => {
  test('keep the offset of the page', () => {
    const { publishedAt, modifiedAt } = facts(
      linked({
        '@type': 'Article',
        headline: 'The tide',
        datePublished: '2024-03-09T07:30:00+05:45',
        dateModified: '2024-03-10',
      }),
    )
    expect([publishedAt, modifiedAt]).toEqual(['2024-03-09T07:30:00+05:45', '2024-03-10'])
  })

  test('are read beside the title when nothing else says them', () => {
    expect(facts('', `<article><h1>The tide</h1><p>9 March 2024</p>${text}</article>`).publishedAt).toBe('2024-03-09')
  })

  test('are not taken from the text or from another article', () => {
    const others = '<aside><p>1 January 2020</p></aside>'
    expect(
      facts('', `<article><h1>The tide</h1>${text}<p>It was 9 March 2024.</p></article>${others}`).publishedAt,
    ).toBeUndefined()
  })

  test('a date of another object in the linked data is not ours', () => {
    const head = linked([
      { '@type': 'NewsArticle', headline: 'Another thing entirely', datePublished: '2001-01-01' },
      { '@type': 'NewsArticle', headline: 'The tide', datePublished: '2024-03-09' },
    ])
    expect(facts(`<title>The tide</title>${head}`).publishedAt).toBe('2024-03-09')
  })
})

describe('the address, the language and the licence', () => {
  test.each([
    ['<link rel="canonical" href="/2024/the-tide">', 'https://www.harbour.example/2024/the-tide'],
    ['<meta property="og:url" content="https://harbour.example/t">', 'https://harbour.example/t'],
    ['<link rel="canonical" href="https://www.harbour.example/">', undefined],
    ['<link rel="canonical" href="http://localhost:3000/tide">', undefined],
    ['<link rel="canonical" href="javascript:x()">', undefined],
    ['', undefined],
  ])('%s', (head, expected) => {
    expect(facts(head).canonicalUrl).toBe(expected)
  })

  test('what a page calls its language is a language tag or nothing', () => {
    const lang = (value: string) => extractHtml(`<html lang="${value}"><body>${text}</body></html>`, url).lang
    expect([lang('en_us'), lang('DE'), lang('english please'), lang('')]).toEqual(['en-US', 'de', undefined, undefined])
  })

  test('a right-to-left language has its direction', () => {
    expect(extractHtml(`<html lang="he"><body>${text}</body></html>`, url).dir).toBe('rtl')
  })

  test('the licence is what the page links as its licence', () => {
    expect(facts('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">').licence).toBe(
      'https://creativecommons.org/licenses/by/4.0/',
    )
  })
})

describe('what a page tells its readers', () => {
  test('stand with the heading of the text, not with the site’s own name above it', () => {
    const menu = '<nav><a href="/a">A</a></nav>'.repeat(14)
    const body = `<header><h1>Pilots’ Monthly</h1></header>${menu}<article><h1>The best piers</h1><p>By <a href="/a/b">Ada Byron</a></p><p>12 April 2024</p>${text}</article>`
    const { byline, publishedAt } = facts('<title>Where to land | Pilots’ Monthly</title>', body)
    expect([byline, publishedAt]).toEqual(['Ada Byron', '2024-04-12'])
  })

  const page = (title: string, above: string, head = '') =>
    facts(`<title>${title}</title>${head}`, `<main><h1>The tide</h1>${above}${text}</main>`)

  test.each([
    ['a name after the word, without a space', '<p><span>By</span><span>Ada Byron</span></p>', 'Ada Byron'],
    ['a name in a block of its own', '<p>Written by</p><p>Ada Byron</p>', 'Ada Byron'],
    ['a name after the date', '<p>Published August 7, 2023 by Ada Byron</p>', 'Ada Byron'],
    ['a name that leads to its author', '<p><a href="/author/ada">Ada Byron</a></p>', 'Ada Byron'],
    ['a name with initials', '<p>By A.B. Byron</p>', 'A.B. Byron'],
    [
      'a name marked beside the text',
      '<aside><address><a rel="author" href="/ada">Ada Byron</a></address></aside>',
      'Ada Byron',
    ],
  ])('%s is its author', (_name, above, expected) => {
    expect(page('The tide', above).byline).toBe(expected)
  })

  test('is its author, whoever put the text in', () => {
    const head = linked({ '@type': 'Article', headline: 'The tide', author: { '@type': 'Person', name: 'NOC Team' } })
    expect(page('The tide', '<p>By <a href="/ada">Ada Byron</a></p>', head).byline).toBe('Ada Byron')
  })

  test('of who began a thread is the first of its posts', () => {
    const post = (name: string) => `<div class="post"><b class="username">${name}</b>${text}</div>`
    expect(facts('<title>Tides</title>', `<h1>Tides</h1>${post('seadog')}${post('gull')}`).byline).toBe('seadog')
  })

  test('of its day counts, where machines are told of another', () => {
    const head = '<meta property="article:published_time" content="2024-03-01T08:00:00Z">'
    expect(page('The tide', '<p>9 March 2024</p>', head).publishedAt).toBe('2024-03-09')
  })

  test('of a revision is not when it was published', () => {
    const head =
      '<meta property="article:published_time" content="2024-03-01T08:00:00Z"><meta property="article:modified_time" content="2024-03-09T08:00:00Z">'
    expect(page('The tide', '<p>9 March 2024</p>', head).publishedAt).toBe('2024-03-01T08:00:00Z')
    expect(page('The tide', '<p>Updated 9 March 2024</p>').publishedAt).toBeUndefined()
  })

  test('counts where it stands without a word, whatever machines are told of it', () => {
    const head =
      '<meta property="article:published_time" content="2023-03-01T08:00:00Z"><meta property="article:modified_time" content="2024-03-09T08:00:00Z">'
    expect(page('The tide', '<p>9 March 2024</p>', head).publishedAt).toBe('2024-03-09')
    expect(page('The tide', '<p>Updated 9 March 2024</p>', head).publishedAt).toBeUndefined()
  })

  test('counts anywhere in the text where it is all a line says and no other day is said so', () => {
    const at = (end: string) => facts('<title>The tide</title>', `<h1>The tide</h1>${text.repeat(3)}${end}`).publishedAt
    expect(at('<div>Training</div><div>August 12, 2025</div>')).toBe('2025-08-12')
    expect(at('<div>August 12, 2025</div><div>August 14, 2025</div>')).toBeUndefined()
    expect(at('<div>Updated</div><div>August 12, 2025</div>')).toBeUndefined()
  })

  test('counts with the name of the author after it', () => {
    const page = `<h1>The tide</h1>${text.repeat(3)}<div>August 12, 2025 By the Harbour Team</div>`
    expect(facts('<title>The tide</title>', page).publishedAt).toBe('2025-08-12')
  })

  test('is in the address also with the name of its month', () => {
    const address = 'https://harbour.example/blog/2023/october/03/tide/'
    expect(extractHtml(`<title>The tide</title><h1>The tide</h1>${text}`, address).publishedAt).toBe('2023-10-03')
  })

  test('an evening in America is not the next day', () => {
    const head = '<meta property="article:published_time" content="2024-03-10T02:41:41+00:00">'
    const body = `<h1>The tide</h1>${text}`
    const { publishedAt } = extractHtml(
      `<head><title>The tide</title>${head}</head><body>${body}</body>`,
      'https://harbour.example/2024/03/09/tide',
    )
    expect(publishedAt).toBe('2024-03-09')
  })

  test('a thread is of the day of its oldest post, when that stands first', () => {
    const post = (day: string) => `<div class="post"><time datetime="${day}">then</time>${text}</div>`
    const thread = (...days: readonly string[]) =>
      facts('<title>Tides</title>', `<h2>Talk</h2>${days.map(post).join('')}`).publishedAt
    expect(thread('2024-03-09', '2024-03-10', '2024-03-12')).toBe('2024-03-09')
    expect(thread('2024-03-12', '2024-03-10', '2024-03-09')).toBeUndefined()
  })

  test('a date below the text counts when it is said once', () => {
    const below = (end: string) =>
      facts('<title>The tide</title>', `<h1>The tide</h1>${text.repeat(3)}${end}`).publishedAt
    expect(below('<p>Posted on April 13, 2023</p>')).toBe('2023-04-13')
    expect(below('<h3>Published</h3><p>13 April 2023</p>')).toBe('2023-04-13')
    expect(below('<p>Posted on April 13, 2023</p><p>Posted on April 12, 2023</p>')).toBeUndefined()
  })
})

describe('the title of a text file', () => {
  const lines = 'The tide came in twice that day, and nobody could say why.\n'.repeat(30)
  const titleOf = (start: string, address: string) =>
    extractHtml(`<html><head></head><body><pre>${start}${lines}</pre></body></html>`, address).title
  test.each([
    ['is its first line when that stands by itself', 'Notes on the tide\n\n', 'Notes on the tide'],
    ['is its first line when that is underlined', '\n  Notes on the tide\n  =======\n', 'Notes on the tide'],
    ['is what is marked as a heading', '# Notes on the tide\n\n', 'Notes on the tide'],
    ['is the name of the file where it begins with its text', '', 'tide notes.txt'],
    ['is the name of the file where the first line is a rule', '-----\n\n', 'tide notes.txt'],
  ])('%s', (_name, start, title) => {
    expect(titleOf(start, 'https://harbour.example/files/tide%20notes.txt')).toBe(title)
  })

  test('is not looked for on a page that has more than the text', () => {
    const page = `<html><body><pre>Notes on the tide\n\n${lines}</pre><p>${lines}</p></body></html>`
    expect(extractHtml(page, 'https://harbour.example/tide.html').title).toBe('')
  })
})

describe('the heading of a page', () => {
  test.each([
    [
      'is its title, without the notes in it',
      '<h1>The tide <div>Save for later</div><span class="sr-only">x</span></h1>',
    ],
    ['is not the name of the book above it', '<h1>A Book of Water</h1><h2>The tide</h2>', 'The tide - A Book of Water'],
    ['loses the site at its end', '<h1>The tide – Harbour</h1>', 'The tide – Harbour - Harbour'],
    ['is not another’s', '<h1>A message from our owner to you</h1>', 'The tide'],
  ])('%s', (_name, heading, title = 'The tide') => {
    const head = `<title>${title}</title><meta property="og:type" content="article">`
    expect(facts(head, `<main>${heading}${text}</main>`).title).toBe('The tide')
  })
})

test('D8: the first words for the list turn nothing around, hold no controls, and end with a whole character', () => {
  const first = `<p>\u202eThe tide\u2066 came in\u0007 twice ${'🌊'.repeat(400)}</p>`
  const { excerpt = '', text: kept } = facts('', `<article><h1>The tide</h1>${first}${text}</article>`)
  expect(excerpt).toMatch(/^The tide came in twice (🌊)+…$/u)
  expect([...excerpt].length).toBeLessThanOrEqual(300)
  expect(kept).toContain('\u202eThe tide')
})
