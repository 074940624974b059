import { expect, test } from 'vitest'
import { extractHtml } from '../../../renderer/extract/extractHtml.ts'

const url = 'https://harbour.example/files/tide.txt'
const read = (text: string) => {
  const page = document.implementation.createHTMLDocument('')
  const made = page.createElement('pre')
  made.textContent = text
  return extractHtml(`<html><head></head><body>${made.outerHTML}</body></html>`, url)
}

const broken = `The ferry across the sound has run on the same timetable since the
pier was rebuilt, and nobody in the village can say who wrote it first,
or why it leaves out Tuesdays. On winter mornings the captain reads the baro-
meter twice.`
const other = `Three times in forty years the two numbers were not the same, and
each time the passengers were right about the weather that followed.`
const verse = `The kettle knows the hour
before the clock has struck,
a small blue ring of flower`
const table = `Day        High     Low
Monday     07:10    13:25`

test('paragraphs whose lines were broken where they were full are paragraphs, and the title is not said twice', () => {
  const { title, html } = read(`Notes on the tide\n=====\n\n${broken}\n\n${other}\n`)
  expect(title).toBe('Notes on the tide')
  expect(html).toBe(
    '<p>The ferry across the sound has run on the same timetable since the pier was rebuilt, and nobody in the village can say who wrote it ' +
      'first, or why it leaves out Tuesdays. On winter mornings the captain reads the baro-meter twice.</p>' +
      '<p>Three times in forty years the two numbers were not the same, and each time the passengers were right about the weather that followed.</p>',
  )
})

test('lines as long as paragraphs are paragraphs', () => {
  const line = `${other.replace('\n', ' ')} ${broken.replace(/\n/g, ' ')}`
  const { html } = read(`${line}\n${line}\n`)
  expect(html).toBe(`<p>${line}</p><p>${line}</p>`)
})

test('verse and tables between the paragraphs stay as they were set', () => {
  const { html } = read([broken, verse, other, table, broken, other].join('\n\n'))
  expect(html).toContain(`<pre>${verse}</pre>`)
  expect(html).toContain(`<pre>${table}</pre>`)
  expect(html.match(/<p>/g)).toHaveLength(4)
})

test('a program and a poem are left as they are', () => {
  const program = `def depth(minute):\n    """How deep the water stands."""\n    if minute < 0:\n        return 24\n    return 24 - minute / 2\n`
  for (const text of [program.repeat(6), `${verse}\n\n${verse}\n\n${verse}`]) {
    const { html } = read(text)
    expect(html.match(/<pre>/g)).toHaveLength(1)
    expect(html).not.toContain('<p>')
  }
})

test('JSON is set with a line for each value, and called as its file', () => {
  const { title, html } = read('{"tides":[{"high":"07:10","note":"before the bell"}],"place":"the outer mole"}')
  expect(title).toBe('tide.txt')
  expect(html).toContain('<pre><code class="language-json">{\n  "tides": [\n    {\n      "high": "07:10",')
})
