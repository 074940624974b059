// `extract` on the real app: pages from files, no vault, no network.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { examination } from '../../preload/extraction.ts'
import type { Expectation } from '../renderer/extract/expectation.ts'
import { inRepository } from '../../build/repository.ts'
import { startSite } from '../site.ts'
import { newPlaces, runCli, startByNpm } from './app.ts'
import { articlesOf, jsonLines } from './jsonLines.ts'

const folder = inRepository('tests', 'pages')
const cases = readdirSync(folder)
  .slice(0, 6)
  .map((slug) => ({
    file: join(folder, slug, 'source.html'),
    expected: JSON.parse(readFileSync(join(folder, slug, 'expected.json'), 'utf8')) as Expectation, // written by us
  }))
const line = examination.omit({ textWithoutCaptions: true }).loose()

test('extract prints a line for each page, in order, with what the tests of extraction expect', async () => {
  const pairs = cases.map(({ file, expected }) => `${file}\t${expected.url}`)
  const ended = await startByNpm(['extract', '--pairs', '-', '--why'], { stdin: `${pairs.join('\n')}\n` }).end
  expect(ended.code, ended.stderr).toBe(0)
  const lines = jsonLines(ended).map((value) => line.parse(value))
  expect(lines.map(({ file }) => file)).toEqual(cases.map(({ file }) => file))
  cases.forEach(({ expected }, at) => expect(lines[at]).toMatchObject(expected))
  expect(lines.every(({ why }) => why?.some(({ step }) => step === 'clean' || step === 'content'))).toBe(true)
})

test('the text without captions leaves out the summary over it, which the article keeps', async () => {
  const file = join(folder, 'news', 'source.html')
  const standfirst = 'After 31 years the lamp is tended by a computer'
  const read = async (...words: string[]) => {
    const ended = await startByNpm(['extract', file, '--url', 'https://skerrow.example/lamp', ...words]).end
    expect(ended.code, ended.stderr).toBe(0)
    const [value] = jsonLines(ended)
    return line.parse(value)
  }
  const [whole, bare] = [await read(), await read('--text-without-captions')]
  expect(whole.text).toContain(standfirst)
  expect(bare.html).toContain(standfirst)
  expect(bare.text).not.toContain(standfirst)
  expect(bare.text).not.toBe('')
})

test('re-extract reads a kept article again from its frozen page, without its site', async () => {
  const site = await startSite()
  const places = await newPlaces()
  const saved = await runCli(['save', site.url('a', '/news/tide-mill'), '--json'], {
    ...places,
    allowPrivate: site.hosts(),
  }).finally(() => site.close())
  const [entry] = articlesOf(saved)
  const again = await runCli(['re-extract', 'tide', '--json'], places)
  expect(again.code, again.stderr).toBe(0)
  expect(jsonLines(again)).toContainEqual({ id: entry?.id, outcome: 'same' })
})
