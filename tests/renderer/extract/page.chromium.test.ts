// The hidden page as main uses it: its own window, its own policy, one port.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { extractAnswer, type ExtractAnswer, type ExtractRequest } from '../../../preload/extraction.ts'

const policy =
  "object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types offprint dompurify"
let frame: HTMLIFrameElement
let port: MessagePort
const violations: string[] = []

beforeEach(async () => {
  violations.length = 0
  const channel = new MessageChannel()
  port = channel.port1
  Object.assign(window, { violated: (what: string) => void violations.push(what) })
  frame = document.createElement('iframe')
  frame.srcdoc =
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<script>addEventListener('message', (e) => e.data === 'bridge' && postMessage('port', '*', [...e.ports]));` +
    `addEventListener('securitypolicyviolation', (e) => parent.violated(e.violatedDirective + ' ' + e.sample))</` +
    `script><script type="module" src="/renderer/extract/page.ts"></` +
    `script>`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  const ready = next()
  frame.contentWindow?.postMessage('bridge', '*', [channel.port2])
  expect(await ready).toEqual({ kind: 'ready' })
})

afterEach(() => {
  port.close()
  frame.remove()
  expect(violations).toEqual([])
})

function next(): Promise<ExtractAnswer> {
  return new Promise((resolve) => {
    port.onmessage = (event) => resolve(extractAnswer.parse(event.data))
  })
}

function ask(request: ExtractRequest): Promise<ExtractAnswer> {
  const answer = next()
  port.postMessage(request)
  return answer
}

const text =
  'The tide came in twice that day, and nobody in the harbour could say afterwards why, or when, or for whom. '

test('extracts where strings may not become markup, with all the steps that Readability takes', async () => {
  const html = `<html lang="en"><title>The tide</title><body onload="x()"><article><h1>The tide</h1><div onclick="x()">${`<p>${text}</p>`.repeat(6)}</div><noscript><img src="x"></noscript></article></body></html>`
  const answer = await ask({ kind: 'extract', n: 7, html, url: 'https://harbour.example/tide' })
  expect(answer).toMatchObject({
    kind: 'extracted',
    n: 7,
    extraction: { title: 'The tide', lang: 'en', verdict: 'complete' },
  })
})

test('extracts a page of which little is left, which takes all attempts', async () => {
  const answer = await ask({
    kind: 'extract',
    n: 8,
    html: '<p>Short.</p><script>x()</scr' + 'ipt>',
    url: 'https://harbour.example/',
  })
  expect(answer).toMatchObject({ kind: 'extracted', n: 8, extraction: { html: '<p>Short.</p>' } })
})

test('says so when a page is too complex, and goes on', async () => {
  const html = '<div>'.repeat(100_000)
  expect(await ask({ kind: 'extract', n: 9, html, url: 'https://harbour.example/' })).toEqual({
    kind: 'failed',
    n: 9,
    message: 'The page is too complex to read.',
    code: 'too-complex',
  })
  expect(await ask({ kind: 'extract', n: 10, html: '<p>a</p>', url: 'https://harbour.example/' })).toMatchObject({
    n: 10,
  })
})

test('makes a thumbnail: a square from the middle', async () => {
  const canvas = new OffscreenCanvas(300, 100)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'red'
  context.fillRect(0, 0, 300, 100)
  context.fillStyle = 'blue'
  context.fillRect(100, 0, 100, 100)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  const answer = await ask({ kind: 'thumbnail', n: 11, bytes, mime: 'image/png' })
  if (answer.kind !== 'thumbnail') throw new Error(JSON.stringify(answer))
  const made = await createImageBitmap(new Blob([answer.bytes], { type: 'image/webp' }))
  expect([made.width, made.height]).toEqual([128, 128])
  const looked = new OffscreenCanvas(128, 128).getContext('2d')
  looked?.drawImage(made, 0, 0)
  const [red = 255, , blue = 0] = looked?.getImageData(3, 64, 1, 1).data ?? []
  expect(red).toBeLessThan(40)
  expect(blue).toBeGreaterThan(200)
})

test('a picture that cannot be decoded is a failure, not the end', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(await ask({ kind: 'thumbnail', n: 12, bytes, mime: 'image/png' })).toMatchObject({ kind: 'failed', n: 12 })
})
