import { describe, expect, test } from 'vitest'
import { sanitise, sanitiseToString } from '../../../renderer/extract/sanitise.ts'
import { executions, hostileCases, requests, type Case } from './hostileCases.ts'

const files = [...new Set(hostileCases.map(({ file }) => file))]

test('there are attacks of every kind', () => {
  expect(files.length).toBeGreaterThanOrEqual(7)
  expect(hostileCases.length).toBeGreaterThanOrEqual(150)
})

describe.each(['scripts.html', 'handlers.html', 'links.html', 'mutation.html', 'clobbering.html'])('%s', (file) => {
  const cases = hostileCases.filter((one) => one.file === file)

  test('attacks run when shown as they stand, and none does once sanitised', async () => {
    const ran: string[] = []
    for (const { name, html } of cases) if ((await executions(html)) > 0) ran.push(name)
    console.log(`${file}: ${ran.length} of ${cases.length} attacks ran as they stand`)
    expect(ran.length).toBeGreaterThan(cases.length / 5)
    expect(await executions(allSanitised(cases))).toBe(0)
  })
})

test('pages ask the network for things when shown as they stand, and for nothing once sanitised', async () => {
  const cases = hostileCases.filter((one) => one.file === 'requests.html')
  const asked: string[] = []
  for (const { name, html } of cases) if ((await requests(html)).length > 0) asked.push(name)
  console.log(`requests.html: ${asked.length} of ${cases.length} cases asked as they stand`)
  expect(asked.length).toBeGreaterThan(20)
  // Our own images are refused by the frame's policy too; they are no request to anybody.
  expect((await requests(allSanitised(hostileCases))).filter((one) => !one.endsWith('offprint-asset'))).toEqual([])
})

/** One page of all of them: showing each in a frame of its own proves no more and takes a minute. */
function allSanitised(cases: readonly Case[]): string {
  return [...new Set(cases.map(({ html }) => sanitiseToString(html)))].join('\n')
}

test.each(hostileCases)('$file: $name: comes out as a fixed point', ({ html }) => {
  const once = sanitiseToString(html)
  expect(sanitiseToString(once)).toBe(once)
  const shown = document.createElement('div')
  shown.append(sanitise(once))
  expect(shown.innerHTML).toBe(once)
})

const forbiddenElements =
  'style, form, input, button, textarea, select, option, video, audio, source, track, iframe, object, embed, base, meta, link, template, slot, script, svg, annotation, annotation-xml, noscript, frame, frameset, applet, portal, dialog'
const forbiddenAttributes =
  /^(on|style$|srcset$|ping$|poster$|background$|action$|formaction$|autofocus$|target$|is$|slot$|name$|data-|xlink)/

test.each(hostileCases)('$file: $name: nothing forbidden is left', ({ html }) => {
  const root = document.createElement('div')
  root.append(sanitise(html))
  expect([...root.querySelectorAll(forbiddenElements)].map((one) => one.localName)).toEqual([])
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(`${name}="${value}"`).not.toMatch(forbiddenAttributes)
      if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|#user-content-)/)
      if (name === 'src') expect(value).toMatch(/^offprint-asset:[0-9a-f]{64}\.[a-z0-9]{1,5}$/)
      if (name === 'id') expect(value).toMatch(/^user-content-/)
    }
  }
})
