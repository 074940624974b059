import { expect, test } from 'vitest'
import { linesOf, linksIn, linksInHtml } from '../../../renderer/add/linksIn.ts'

test('finds one address a line, each once, in order', () => {
  expect(linksIn('https://b.example/2\r\n\nhttps://a.example/1\nhttps://b.example/2\n')).toEqual([
    'https://b.example/2',
    'https://a.example/1',
  ])
})

test('takes an address without its scheme when it stands alone on the line', () => {
  expect(linksIn('example.com/a-page\nwww.example.org')).toEqual(['example.com/a-page', 'www.example.org'])
})

test('finds addresses that stand in sentences, without the full stop or bracket that follows', () => {
  expect(linksIn('See https://a.example/x. And (https://b.example/y), too.')).toEqual([
    'https://a.example/x',
    'https://b.example/y',
  ])
})

test('leaves a bracket that belongs to the address', () => {
  expect(linksIn('https://a.example/Knot_(hitch)')).toEqual(['https://a.example/Knot_(hitch)'])
})

test('finds nothing in prose, in names of files and in comments', () => {
  expect(linksIn('I went home. Then I slept.\nnotes.txt\n# https://a.example/\nand/or')).toEqual([])
})

test('reads the shortcut files that browsers write when a link is dragged to a folder', () => {
  expect(linksIn('[InternetShortcut]\nURL=https://a.example/page\n')).toEqual(['https://a.example/page'])
})

test('finds what the links of a bookmark file lead to', () => {
  const html = '<DT><A HREF="https://a.example/?x=1&amp;y=2" ADD_DATE="1">A</A><DT><a href=\'javascript:1\'>B</a>'
  expect(linksInHtml(html)).toEqual(['https://a.example/?x=1&y=2'])
})

test('a dropped page of nothing but beginnings of links keeps nobody waiting', () => {
  expect(linksInHtml(`<a href="https://a.example/">${'<a '.repeat(200_000)}`)).toEqual(['https://a.example/'])
})

test('keeps every line of the field, so that a mistake can be pointed at', () => {
  expect(linesOf(' https://a.example \n\n  not an address\n')).toEqual(['https://a.example', 'not an address'])
})
