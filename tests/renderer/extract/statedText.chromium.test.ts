// What linked data says of a page's text, found again in the text.
import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'
import { statedIn } from '../../../renderer/extract/statedText.ts'
import { paragraphs } from '../../../renderer/extract/text.ts'

function stated(html: string, ...linked: object[]): string[] {
  const { list } = paragraphs(new DOMParser().parseFromString(html, 'text/html').body)
  const found = statedIn(list, linked as Readonly<Record<string, unknown>>[])
  return list.filter((one) => found.has(one)).map(({ text }) => text)
}

const recipe = {
  '@type': 'Recipe',
  recipeIngredient: ['300 g rye flour (or half of it)', '1 tsp salt', '8 smoked plums'],
  recipeInstructions: [
    {
      '@type': 'HowToSection',
      name: 'Buns',
      itemListElement: [{ '@type': 'HowToStep', text: 'Stir all of it together.' }],
    },
  ],
}

describe('of a recipe', () => {
  test('what goes into it is found, in columns and without what stands in brackets, and how it is made', () => {
    const html =
      '<p>Our house was cold.</p><ul><li><span>300</span> <span>g</span> rye flour</li><li>1 tsp salt</li><li>8 smoked plums</li></ul>' +
      '<p>Stir all of it together.</p><p>Salt</p>'
    expect(stated(html, recipe)).toEqual([
      '300 g rye flour',
      '1 tsp salt',
      '8 smoked plums',
      'Stir all of it together.',
    ])
  })

  test('a line or two alone are chance', () => {
    expect(stated('<p>1 tsp salt</p><p>8 smoked plums</p>', recipe)).toEqual([])
  })

  test('its list is read on a page that is mostly something else', () => {
    const links = Array.from(
      { length: 30 },
      (_, n) => `<li><a href="/r/${n}">Another bun of winter ${n}</a></li>`,
    ).join('')
    const lines = recipe.recipeIngredient.map((line) => `<div class="row"><div>${line}</div></div>`).join('')
    const html =
      `<html lang="en"><head><title>Plum buns</title><script type="application/ld+json">${JSON.stringify(recipe)}</script></head><body>` +
      `<nav><ul>${links}</ul></nav><main><h1>Plum buns</h1><div class="widget"><h3>Ingredients</h3>${lines}</div>` +
      `<div class="widget"><h3>Method</h3><div>Stir all of it together.</div></div></main><aside><ul>${links}</ul></aside></body></html>`
    const { text } = extractHtml(html, 'https://larder.example/buns')
    expect(text.split('\n')).toEqual(['Ingredients', ...recipe.recipeIngredient, 'Method', 'Stir all of it together.'])
  })
})

test('of questions their answers are found, also where those are written in HTML', () => {
  const answer =
    '<p>Two of them did, and one was hit by the lorry.</p><p>We do not <b>speak</b> of the rest of the trees.</p>'
  const question = { '@type': 'Question', name: 'Did they live?', acceptedAnswer: { '@type': 'Answer', text: answer } }
  const html = `<h3>Did they live?</h3><div>${answer}</div><p>Two of them</p>`
  expect(stated(html, question)).toEqual([
    'Did they live?',
    'Two of them did, and one was hit by the lorry.',
    'We do not speak of the rest of the trees.',
  ])
})
