// What a person has said of a site's pages, seen in the finished HTML.
import { expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const url = 'https://harbour.example/tide'
const sentence =
  'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when, or for whom. '
const paragraph = `<p>${sentence.repeat(3).trim()}</p>`
const promotion = '<p class="promo">Our harbour guide is out now, in every shop along the quay, at a price.</p>'
const related = `<aside class="related-stories"><h2>More from the quay</h2><p class="story">${sentence.trim()}</p><ul><li><a href="/b">The bell</a></li><li><a href="/c">The crane</a></li></ul></aside>`
const figures = `<div class="newsletter-box" onclick="x()"><table><tbody><tr><th>Day</th><th>Number</th></tr><tr><td>Tides</td><td>2</td></tr></tbody></table><button>Sign up</button><p style="display:none">Unseen.</p></div>`

const page = (body: string) =>
  `<title>The tide</title><nav><p class="note">${sentence}</p></nav><article><h1>The tide</h1>${paragraph}${promotion}${paragraph}${paragraph}${figures}${related}</article>${body}`
const made = (rule: string, body = '') => extractHtml(page(body), url, rule).html

test('a rule that says nothing changes nothing', () => {
  expect(made('# only a remark\nremove p.nowhere')).toBe(made(''))
  expect(made('')).toContain('Our harbour guide')
})

test('what does not belong goes, and nothing else does', () => {
  expect(made('remove p.promo')).toBe(made('').replace(promotion.replace(' class="promo"', ''), ''))
})

test('what belongs stays where it stands, whatever it is called, without what nobody reads', () => {
  expect(made('')).not.toContain('Tides')
  const html = made('keep div.newsletter-box')
  expect(html).toContain('<td>Tides</td>')
  expect(html.indexOf('Tides')).toBeGreaterThan(html.lastIndexOf('for whom.'))
  expect(html).not.toMatch(/Sign up|Unseen|onclick|offprint-kept/)
})

test('what belongs is kept out of a box that goes', () => {
  expect(made('')).not.toContain('More from the quay')
  const html = made('keep aside.related-stories > p.story\nremove aside.related-stories')
  expect(html).not.toMatch(/More from the quay|The bell/)
  expect(html.split(sentence.trim()).length).toBe(made('').split(sentence.trim()).length + 1)
})

test('what belongs may stand outside the article', () => {
  expect(made('keep nav > p.note').startsWith(`<p>${sentence.trim()}</p>`)).toBe(true)
})

test.each([
  ['its heading', 'keep aside with heading "more FROM the quay"'],
  ['its beginning', 'keep aside beginning "More from the quay"'],
])('a block is told from its like by %s', (_what, rule) => {
  expect(made(rule)).toContain('The crane')
  expect(made(rule.replace('quay', 'pier'))).not.toContain('The crane')
})

test('where two lines name the same block it is left out', () => {
  expect(made('remove p.promo\nkeep p.promo')).not.toContain('Our harbour guide')
})

test('a page cannot set aside anything by itself', () => {
  const bought = (name: string) => `<div class="newsletter ${name}"><p>Bought and paid for.</p></div>`
  expect(made('remove p.nowhere', bought('offprint-kept'))).toBe(made('remove p.nowhere', bought('other')))
})

test('all parts of a long article follow it', () => {
  const part = `<template data-offprint-part="${url}?page=2"><article>${paragraph.replaceAll('tide', 'ebb')}${promotion}${paragraph.replaceAll('tide', 'ebb')}</article></template>`
  expect(made('', part)).toContain('The ebb')
  expect(made('remove p.promo', part)).not.toContain('Our harbour guide')
})
