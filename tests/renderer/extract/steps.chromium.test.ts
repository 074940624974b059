// What each step does to the page, seen in the finished HTML.
import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const url = 'https://harbour.example/tide'
const sentence =
  'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when, or for whom. '
const text = `<p>${sentence.repeat(3)}</p>`
const asset = (letter: string) => `offprint-asset:${letter.repeat(64)}.png`

/** The HTML of an article around what is to be seen, without the text around it. */
function made(html: string): string {
  const article = extractHtml(`<title>The tide</title><article><h1>The tide</h1>${text}${html}${text}</article>`, url)
  const around = `<p>${sentence.repeat(3).trim()}</p>`
  expect(article.html.startsWith(around)).toBe(true)
  return article.html.split(around).join('')
}

describe('what stands there for the machinery of a page', () => {
  test.each([
    [
      'is shown until a script has come',
      '<p>Loading…</p><div><span>Loading comments...</span></div><p>Wird geladen …</p>',
      '',
    ],
    [
      'leads past the head',
      '<p><a href="#main">Skip to main content</a></p><p><a href="#end">Skip to bottom of list</a></p>',
      '',
    ],
  ])('goes where it %s', (_name, html, expected) => {
    expect(made(html)).toBe(expected)
  })

  test.each([
    [
      'it is said in a sentence',
      '<p>The screen said <b>Loading...</b> for an hour, and nobody in the harbour knew why, or what for.</p>',
    ],
    ['it is code', '<pre><code>Loading...</code></pre>'],
  ])('stays where %s', (_name, html) => {
    expect(made(html)).toContain('Loading...')
  })
})

describe('pictures', () => {
  test.each([
    [
      'a lazy picture is the one that was kept',
      `<p><img src="data:image/gif;base64,R0" data-src="${asset('a')}" alt="x"></p>`,
      `<p><img src="${asset('a')}" alt="x"></p>`,
    ],
    [
      'its twin for browsers without scripts stands in for it',
      `<p><img class="lazy" src="/blank.gif"><noscript><img src="${asset('a')}" alt="x"></noscript></p>`,
      `<p><img src="${asset('a')}" alt="x"></p>`,
    ],
    [
      'but is not shown beside it',
      `<p><img src="${asset('a')}" alt="x"><noscript><img src="${asset('a')}" alt="x"></noscript></p>`,
      `<p><img src="${asset('a')}" alt="x"></p>`,
    ],
    [
      'one that waits for its script, not displayed, is shown',
      `<p><img data-cfsrc="${asset('a')}" style="display:none" data-offprint-box="none" alt="x"><noscript><img src="${asset('a')}" alt="x"></noscript></p><p><img src="${asset('b')}" data-src="https://harbour.example/b.png" data-offprint-box="none" alt="y"></p>`,
      `<p><img src="${asset('a')}" alt="x"></p><p><img src="${asset('b')}" alt="y"></p>`,
    ],
    [
      'for which an empty box was kept free is not the first one of the text',
      `<p>Before.</p><p><img src="${asset('a')}" alt="x"></p><p>After.</p><div class="lazy"></div><noscript><p><img src="${asset('b')}" alt="y"></p></noscript>`,
      `<p>Before.</p><p><img src="${asset('a')}" alt="x"></p><p>After.</p><p><img src="${asset('b')}" alt="y"></p>`,
    ],
    ['a dot that counts readers goes', `<p><img src="${asset('a')}" width="1" height="1"></p>`, ''],
    ['a dot by its layout goes', `<p><img src="${asset('a')}" data-offprint-box="0,0,1,1,16,400,"></p>`, ''],
    [
      'a picture that was not kept stands as its words',
      '<p><img src="https://harbour.example/a.png" alt="A boat"></p>',
      '<p><img alt="A boat"></p>',
    ],
    [
      'the face of a writer goes, by its name',
      `<div class="by"><a href="/ada"><img class="avatar" src="${asset('a')}" alt="Ada"></a></div><div class="user-photo"><img src="${asset('b')}" alt="Ada" data-offprint-box="0,0,48,48,16,400,"></div>`,
      '',
    ],
    [
      'a large picture stays, whatever it is called',
      `<div><img class="avatar-still" src="${asset('a')}" alt="x" width="800" height="400"></div>`,
      `<img src="${asset('a')}" alt="x" width="800" height="400">`,
    ],
    ['and without words is nothing', '<p><img src="https://harbour.example/a.png"></p>', ''],
    [
      'a caption beside its picture makes a figure',
      `<div><img src="${asset('a')}" alt="x"><p class="caption">The boat <span class="credit">A. Byron</span></p></div>`,
      `<figure><img src="${asset('a')}" alt="x"><figcaption>The boat <span class="offprint-credit">A. Byron</span></figcaption></figure>`,
    ],
    [
      'a picture of one emoji is the emoji',
      '<p>Well <img class="emoji" alt="🌊" src="https://cdn.example/1f30a.png"> done, and more than well, if you ask me.</p>',
      '<p>Well 🌊 done, and more than well, if you ask me.</p>',
    ],
  ])('%s', (_name, html, expected) => {
    expect(made(html)).toBe(expected)
  })
})

describe('listings', () => {
  test.each([
    [
      'colours go, the language stays',
      '<pre class="highlight"><code class="language-js"><span class="k">let</span> a\n\n<span class="k">let</span> b</code></pre>',
      '<pre><code class="language-js">let a\n\nlet b</code></pre>',
    ],
    [
      'a line of its own element is a line',
      '<pre><code><div>a</div><div>  b</div></code></pre>',
      '<pre><code>a\n  b</code></pre>',
    ],
    [
      'line numbers go',
      '<pre><code><span class="lineno">1</span>a\n<span class="lineno">2</span>b</code></pre>',
      '<pre><code>a\nb</code></pre>',
    ],
    [
      'the button that copies goes',
      '<div class="language-sh"><pre><code>ls</code></pre><button>Copy</button></div>',
      '<pre><code class="language-sh">ls</code></pre>',
    ],
    ['a poem stays as it is', '<pre>O\n  sea</pre>', '<pre>O\n  sea</pre>'],
    ['markup in it is text', '<pre><code>&lt;b&gt;</code></pre>', '<pre><code>&lt;b&gt;</code></pre>'],
  ])('%s', (_name, html, expected) => {
    expect(made(html)).toBe(expected)
  })
})

describe('mathematics', () => {
  const sum = '<math><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math>'
  const semantic =
    '<math><semantics><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><annotation encoding="application/x-tex">a+b</annotation></semantics></math>'
  test.each([
    [
      'KaTeX',
      `<p>So <span class="katex"><span class="katex-mathml">${semantic}</span><span class="katex-html" aria-hidden="true">a+b</span></span> it is, in the end and for all of us.</p>`,
      `<p>So ${sum} it is, in the end and for all of us.</p>`,
    ],
    [
      'MathJax 3',
      `<p>So <mjx-container><mjx-math aria-hidden="true">x</mjx-math><mjx-assistive-mml>${semantic}</mjx-assistive-mml></mjx-container> it is, in the end and for all of us.</p>`,
      `<p>So ${sum} it is, in the end and for all of us.</p>`,
    ],
    [
      'MathJax 2 with its source',
      '<p>So <span class="MathJax_Preview">?</span><span class="MathJax"><nobr>drawn</nobr></span><script type="math/tex">a+b</script> it is, in the end and for all of us.</p>',
      '<p>So <code class="offprint-tex">a+b</code> it is, in the end and for all of us.</p>',
    ],
    [
      'an encyclopedia’s, hidden beside its picture',
      `<p>So <span class="mwe-math-element"><span style="display:none" class="mwe-math-mathml-inline">${semantic}</span><img class="mwe-math-fallback-image-inline" aria-hidden="true" alt="a+b" src="${asset('a')}"></span> it is, in the end and for all of us.</p>`,
      `<p>So ${sum} it is, in the end and for all of us.</p>`,
    ],
    [
      'plain MathML',
      `<p>So ${sum} it is, in the end and for all of us.</p>`,
      `<p>So ${sum} it is, in the end and for all of us.</p>`,
    ],
  ])('%s', (_name, html, expected) => {
    expect(made(html)).toBe(expected)
  })
})

describe('tables', () => {
  test('a table of data stays one', () => {
    const table =
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
    expect(made(table)).toBe(table)
  })

  test('a table that only lays out becomes what it holds', () => {
    expect(made(`<table role="presentation"><tr><td>${text}</td></tr></table>`)).toBe('')
  })
})

describe('embeds', () => {
  test('a player is a still card with a link', () => {
    expect(
      made(
        '<iframe src="//video.example/embed/1" title="The harbour" width="640" height="360" allowfullscreen></iframe>',
      ),
    ).toBe(
      '<figure class="offprint-embed"><figcaption><a href="https://video.example/embed/1" rel="noopener noreferrer">The harbour (video.example)</a></figcaption></figure>',
    )
  })

  test('a player in a box of its own stays', () => {
    expect(
      made(
        '<div class="video"><div><iframe src="//video.example/embed/1" title="The harbour" allowfullscreen></iframe></div></div>',
      ),
    ).toContain('The harbour (video.example)')
  })

  test('an advert or a counter in a frame is nothing', () => {
    expect(
      made(
        '<iframe src="https://ads.example/1" width="300" height="250"></iframe><iframe src="https://t.example/p" width="1" height="1"></iframe>',
      ),
    ).toBe('')
  })
})

describe('footnotes', () => {
  test('lead to the note and back', () => {
    const html = `<p>${sentence}<sup><a href="#n">1</a></sup></p>${text}<ol><li id="n">It was Tuesday, as it always is when such things happen to a harbour.</li></ol>`
    expect(made(html)).toMatch(
      /<sup><a href="#user-content-n" class="offprint-noteref" id="user-content-noteref-1" rel="noopener noreferrer">1<\/a><\/sup>.*<ol class="offprint-footnotes"><li id="user-content-n">It was Tuesday.* <a href="#user-content-noteref-1" rel="noopener noreferrer">↩<\/a><\/li><\/ol>/s,
    )
  })
})

test('mottos and ranks beside the posts of a thread are left out', () => {
  const posts = ['ada', 'lev', 'oda'].map(
    (name) =>
      `<article class="message"><div class="message-user"><a class="username">${name}</a><h5 class="message-userTitle">Harbour hand of note</h5>` +
      `<div class="message-userExtras"><dl><dt>Joined</dt><dd>last winter</dd></dl></div></div><div class="message-body"><p>${sentence}${name}</p></div>` +
      `<div class="message-signature"><p>Whoever counts the waves has never had to row through them himself.</p></div></article>`,
  )
  const html = extractHtml(`<title>Why tides</title><main><h1>Why tides</h1>${posts.join('')}</main>`, url).text
  expect(html).toContain('oda')
  for (const words of ['Harbour hand', 'last winter', 'counts the waves']) expect(html).not.toContain(words)
})

describe('notes below the text', () => {
  const note = (n: number, words: string) => `<li id="n${n}">${words} <a href="#r${n}">↩</a></li>`
  const mark = (n: number) => `<sup><a href="#n${n}" id="r${n}">${n}</a></sup>`
  const page = (html: string) => extractHtml(`<title>The tide</title><main><h1>The tide</h1>${html}</main>`, url).text

  test('stay where the text speaks of them, in whatever they stand', () => {
    const box = `<div class="footer-notes widget"><ol>${note(1, 'By the old clock.')}</ol></div>`
    expect(page(`${text}<p>${sentence}${mark(1)}</p>${text}${box}`)).toContain('By the old clock.')
  })
})

describe('what goes', () => {
  test.each([
    [
      'what the layout says is hidden',
      '<div data-offprint-box="none"><p>Hidden words that nobody saw on the page at all.</p></div>',
    ],
    [
      'what is for screen readers alone',
      '<div data-offprint-box="0,0,1,1,16,400,c"><p>Words for screen readers that nobody saw on the page.</p></div>',
    ],
    [
      'what stays while the page scrolls',
      '<div data-offprint-box="0,0,900,60,16,400,f"><p>Keep up with the harbour.</p></div>',
    ],
    [
      'a list of related articles',
      '<div class="related-posts"><h3>Related</h3><ul><li><a href="/a">The ebb, and who saw it</a></li><li><a href="/b">A boat comes home</a></li></ul></div>',
    ],
    [
      'a box that asks for an address',
      '<div class="newsletter-signup"><h3>The Monday letter</h3><p>Get it by email.</p><form><input></form></div>',
    ],
    ['a bar that shares', '<div class="share-buttons"><a href="/s">Share on Chirper</a></div>'],
    [
      'a line that only leads elsewhere',
      '<p><strong>Read more:</strong> <a href="/a">The ebb, and who saw it from the old pier</a></p>',
    ],
    ['a notice of an advert', '<p>Advertisement</p>'],
  ])('%s', (_name, html) => {
    expect(made(html)).toBe('')
  })
})

test.each([
  ['a question of documentation', '<p>Was this page helpful?</p>'],
  ['links with a bar between them', '<p><a href="/">Home</a> | <a href="/older">Older</a></p>'],
])('%s goes from the end', (_name, end) => {
  const html = `<title>The tide</title><article><h1>The tide</h1>${text.repeat(3)}${end}</article>`
  expect(extractHtml(html, url).html).toBe(`<p>${sentence.repeat(3).trim()}</p>`.repeat(3))
})

test('addresses are absolute, by the page’s own base', () => {
  const html = `<base href="https://other.example/dir/"><title>The tide</title><article><h1>The tide</h1>${text}<p>See <a href="page?a=1#b">the page about all of this</a>, which says a good deal more than this one does.</p>${text}</article>`
  expect(extractHtml(html, url).html).toContain(
    '<a href="https://other.example/dir/page?a=1#b" rel="noopener noreferrer">',
  )
})

test('a page made of scripts and clobbering names is read like any other', () => {
  const html = `<title>The tide</title><form name="body"><input name="children"></form><img name="createElement"><article onclick="x()"><h1>The tide</h1>${text.repeat(3)}</article>`
  expect(extractHtml(html, url)).toMatchObject({ title: 'The tide', verdict: 'complete' })
})

test('what asks for a password is no part of the article, and is still told', () => {
  const door = `<div class="gate"><h2>Sign in to go on reading</h2><p>You have read your two free articles this month.</p>
<form action="/login"><label>Email <input type="email"></label><label>Password <input type="password"></label><button>Sign in</button></form>
<a href="/join">Become a member</a></div>`
  const { html, verdict } = extractHtml(
    `<title>The tide</title><article><h1>The tide</h1><p>${sentence}</p><p>${sentence.slice(0, 60)}…</p>${door}</article>`,
    url,
  )
  expect(html).toBe(`<p>${sentence.trim()}</p><p>${sentence.slice(0, 60).trim()}…</p>`)
  expect(verdict).toBe('wall')
})

describe('what a page hides that holds its heading', () => {
  const menu = `<ul>${'<li><a href="/a">A boat, and who sailed in her when she was new</a></li>'.repeat(60)}</ul>`
  const page = (html: string) => extractHtml(`<title>The tide</title>${html}${menu}`, url).html

  test('is the page when a script was to show it', () => {
    expect(page(`<div class="lock" style="display:none"><h1>The tide</h1>${text}${text}</div>`)).toContain(
      'The tide came in',
    )
  })

  test.each([
    [
      'stays hidden in a box that waits for a click',
      `<div class="modal" style="display:none"><h1>The tide</h1>${text}${text}</div>`,
    ],
    [
      'stays hidden when the layout says that nobody saw it',
      `<div data-offprint-box="none"><h1>The tide</h1>${text}</div>`,
    ],
    [
      'stays hidden beside a heading that is shown',
      `<h1>The tide</h1><p>Ebb.</p><div style="display:none"><h1>The tide</h1>${text}${text}</div>`,
    ],
    [
      'stays hidden when the same is shown in another size',
      `<h2>The tide</h2><p>Ebb.</p><div style="display:none"><h1>The tide</h1>${text}${text}</div>`,
    ],
    [
      'stays hidden when it is no more than a bar',
      `<p>Ebb.</p><div style="display:none"><h1>The tide</h1><p>The tide came in.</p></div>`,
    ],
  ])('%s', (_name, html) => {
    expect(page(html)).not.toContain('The tide came in')
  })
})

describe('the beginnings of other articles at the end, each broken off', () => {
  const excerpt = (n: number) =>
    `<figure><a href="/other/${n}"><img src="${asset('a')}" alt=""></a></figure><h3><a href="/other/${n}">Pier ${n} opens again</a></h3><p>${sentence.slice(0, 90)}${n} and s...</p>`
  const article = (inside: string) =>
    extractHtml(
      `<title>The tide</title><meta property="og:type" content="article"><article><h1>The tide</h1>${text.repeat(3)}${inside}</article>`,
      url,
    ).html

  test('are left out, with their titles and pictures', () => {
    const html = article([1, 2, 3, 4].map(excerpt).join(''))
    expect(html).not.toMatch(/Pier|and s\.\.\.|<img/)
    expect(html.split(sentence.trim()).length - 1).toBeGreaterThanOrEqual(9)
  })

  test('are kept where text follows, and a single one too', () => {
    expect(article([1, 2, 3, 4].map(excerpt).join('') + text)).toContain('Pier 4 opens again')
    expect(article('<p>He looked at the water and said nothing for a long time...</p>')).toContain('for a long time...')
  })
})
