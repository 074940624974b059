import { afterEach, describe, expect, it } from 'vitest'
import { openFolds } from '../../../../main/capture/page/folds.ts'

const long = 'The lamp on the outer mole had been dark since the spring, and nobody had asked for the key. '.repeat(4)
const cut = `<div style="max-height:40px;overflow:hidden">${'<p>'.concat(long, '</p>').repeat(4)}</div>`

afterEach(() => {
  document.body.innerHTML = ''
})

/** Which of the controls with an id were pressed. */
function pressed(html: string): string[] {
  document.body.innerHTML = `<main><article>${html}</article></main>`
  const found: string[] = []
  for (const control of document.querySelectorAll('[id]'))
    control.addEventListener('click', () => found.push(control.id))
  openFolds()
  return found
}

describe('a fold of an article', () => {
  it.each([
    ['a button below a text that is cut off', `${cut}<button id="a" type="button">Read more</button>`],
    ['a button around its end', `${cut}<div><span><button id="a">Show full article ▾</button></span></div>`],
    ['a link that leads nowhere', `${cut}<a id="a" href="#">Continue reading…</a>`],
    ['a link to a script', `${cut}<a id="a" href="javascript:void(0)">Weiterlesen</a>`],
    [
      'a control that names what it opens',
      `<button id="a" type="button" aria-expanded="false" aria-controls="x">Lire la suite</button><div id="x" hidden>${long}</div>`,
    ],
    ['a box with a role', `${cut}<div id="a" role="button" tabindex="0">続きを読む</div>`],
  ])('is opened: %s', (_what, html) => expect(pressed(html)).toEqual(['a']))

  it.each([
    ['where it leads elsewhere', `${cut}<a id="a" href="/other">Read more</a>`],
    ['where it stands in a link', `${cut}<a href="/other"><span id="a" class="more">Read more</span></a>`],
    ['where it sends a form', `<form>${cut}<button id="a">Read more</button></form>`],
    ['among comments', `<section class="comments">${cut}<button id="a" type="button">Read more</button></section>`],
    ['in a menu', `<nav>${cut}<button id="a" type="button">More</button></nav>`],
    ['where nothing is cut off', `<p>${long}</p><button id="a" type="button">Read more</button>`],
    ['where it says something else', `${cut}<button id="a" type="button">Show 34 comments</button>`],
    ['where it shares', `${cut}<div class="share-buttons"><button id="a" type="button">More</button></div>`],
  ])('is left alone %s', (_what, html) => expect(pressed(html)).toEqual([]))

  it('is opened where it is an element of its own kind, in the text and nowhere else', () => {
    document.body.innerHTML = `<nav><details><summary>Menu</summary>${long}</details></nav><article><details><summary>Why</summary>${long}</details></article>`
    expect(openFolds()).toBe(1)
    expect([...document.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, true])
  })

  it('is shown where its control stands right above it and names nothing; a window, a hint or a menu is not', () => {
    const below = (id: string, inner: string) =>
      `<button>Step ${id}</button><div id="${id}" style="display:none">${inner}</div>`
    const prose = `<p>${long}</p>`
    const short = 'A hint on how to fill in this field. '
    document.body.innerHTML = `<main>${below('one', prose)}${below('modal', prose)}${below('hint', `<p>${short}</p>`.repeat(8))}<nav>${below('menu', prose)}</nav></main>`
    expect(openFolds()).toBe(1)
    const shown = [...document.querySelectorAll('div')].filter((one) => getComputedStyle(one).display !== 'none')
    expect(shown.map(({ id }) => id)).toEqual(['one'])
  })

  it('is shown also where its text is short, where several are such answers', () => {
    const short = 'The wick is cut straight across, and left in the oil for an hour.'
    const answer = (id: number) =>
      `<h3><button aria-expanded="false" aria-controls="a${id}">Question ${id}</button></h3><div id="a${id}" style="display:none"><p>${short}</p></div>`
    for (const many of [2, 3]) {
      document.body.innerHTML = `<main>${Array.from({ length: many }, (_, n) => answer(n)).join('')}</main>`
      expect(openFolds()).toBe(many < 3 ? 0 : 3)
    }
  })

  it('never lets the browser follow or send', () => {
    const href = location.href
    pressed(`${cut}<a id="a" href="#elsewhere">Read more</a>`)
    expect(location.href).toBe(href)
  })
})
