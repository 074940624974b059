// Pages of odd or damaged parts, saved through the command line: exit code 0, the text whole, and a note for what is missing. One command for all of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, type Line } from './jsonLines.ts'
import { oddPages, oddSentences, oddTitle } from './oddPages.ts'
import { vaultFiles } from './vaultFiles.ts'

const pages = {
  spin: '/traps/spin',
  microtasks: '/traps/microtasks',
  alert: '/traps/alert',
  credentials: '/many/5',
  homograph: '/many/6',
  again: '/many/7',
  hostile: '/hostile',
  tracking: '/tracking',
  base: '/odd/base',
  scheme: '/redirect/scheme',
  canvas: '/canvas',
  login: '/login',
  title: '/odd/title',
  utf7: '/odd/utf-7',
  korean: '/odd/iso-2022-kr',
  japanese: '/odd/iso-2022-jp',
  userDefined: '/odd/user-defined',
  marks: '/odd/marks',
  truncated: '/charset/truncated',
  oneBroken: '/odd/one-broken-image',
  broken: '/odd/broken-images',
  huge: '/odd/huge-images',
  svg: '/odd/svg',
  gone: '/odd/gone-image',
  data: '/odd/data-image',
  srcset: '/odd/srcset',
  notes: '/odd/notes.txt',
} as const
type Name = keyof typeof pages
const charsets = [
  'utf-8-undeclared',
  'header-over-meta',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'shift_jis',
  'windows-1251',
  'windows-1251-undeclared',
] as const

let site: Site
let places: Places
let end: CommandEnd
let saved: Line[]

test.describe.configure({ mode: 'default' })

const hostOf = (name: string) =>
  name === 'homograph' ? 'xn--pple-43d.localhost' : `${name.toLowerCase().replace('_', '-')}.localhost`
const run = (...args: readonly string[]) =>
  runCli(args, { ...places, allowPrivate: site.hosts(...Object.keys(pages).map(hostOf), ...charsets.map(hostOf)) })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  site = await startSite({ routes: oddPages })
  places = await newPlaces()
  const addresses = [
    ...Object.entries(pages).map(([name, path]) => {
      const address = site.url(hostOf(name), path)
      if (name === 'credentials') return address.replace('://', '://user:pw@')
      return name === 'homograph' ? address.replace('xn--pple-43d', 'аpple') : address
    }),
    ...charsets.map((name) => site.url(hostOf(name), `/charset/${name}`)),
  ]
  end = await run('save', ...addresses, '--json')
  saved = articlesOf(end)
})
test.afterAll(() => site.close())

const lineOf = (name: string): Line => {
  const found = saved.find(({ url }) => new URL(url).hostname === hostOf(name))
  expect(found, `${name} was not saved\n${end.stderr}`).toBeDefined()
  return found!
}
/** What was said of the page, beyond how far it was. */
const notesOf = (name: string) =>
  end.stderr
    .split('\n')
    .filter((line) => line.startsWith(`${hostOf(name)}: `))
    .map((line) => line.slice(hostOf(name).length + 2))
    .filter((line) => !/^\w+$/.test(line))
/** The article as it is kept. */
const htmlOf = (name: string): string => {
  const { id } = lineOf(name)
  const [file] = vaultFiles(places.vault).filter(({ path, kind }) => kind === 'html' && path.includes(id))
  return gunzipSync(readFileSync(join(places.vault, file!.path))).toString('utf8')
}
const textOf = (name: string) => folded(htmlOf(name).replace(/<[^>]+>/g, ' '))
const expectWhole = (name: Name) => {
  for (const sentence of oddSentences) expect.soft(textOf(name), name).toContain(sentence)
}
const askedFor = (host: string) => site.requests.filter((request) => request.host === host).map(({ path }) => path)

test('all of them are saved, and the command ends with 0', () => {
  expect(end.code, end.stderr).toBe(0)
  expect(saved).toHaveLength(Object.keys(pages).length + charsets.length)
})

for (const name of ['spin', 'microtasks'] as const)
  test(`D1: the text of a page whose script never ends (${name})`, () => {
    for (const sentence of site.truth(pages[name]).sentences) expect(textOf(name)).toContain(sentence)
    expect(notesOf(name)).toEqual(["The page's script was stopped."])
  })
test('D1: the text of a page that opens a thousand dialogs', () => {
  for (const sentence of site.truth(pages.alert).sentences) expect(textOf('alert')).toContain(sentence)
})

test('U5: sign-in details are removed from the address, and it is said', () => {
  expect(lineOf('credentials').url).not.toMatch(/user|pw/)
  expect(notesOf('credentials')).toEqual(['Sign-in details were removed from the address.'])
  expect(site.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
})

test('U11: a name that looks like another one shows what it is', () => {
  expect(end.stderr).toContain('аpple.localhost (xn--pple-43d.localhost): opening')
  expect(lineOf('homograph').title).toBe(site.truth(pages.homograph).title)
})

test('U12: the same page in other spellings is a new version, and it is said', async () => {
  const { id } = lineOf('again')
  const again = await run('save', `${site.url('AGAIN', '/many/7/')}?utm_source=letter&utm_medium=mail#part`, '--json')
  expect(again.code, again.stderr).toBe(0)
  expect(articlesOf(again).map((one) => one.id)).toEqual([id])
  expect(again.stderr).toMatch(/^again\.localhost: Already saved on \d+ \w+ \d{4}\. A new version was taken\.$/m)
})

test('D3: a page of attacks is kept as its text', () => {
  for (const sentence of site.truth(pages.hostile).sentences) expect(textOf('hostile')).toContain(sentence)
  expect(htmlOf('hostile')).not.toMatch(/<script|<iframe|<form|<input|<object|<embed|\son[a-z]+=|javascript:|style=/i)
})
test('D4: pixels that count readers are not part of an article', () => {
  expect(htmlOf('tracking')).not.toMatch(/trackers|\.gif/)
})
test('D5: bases, refreshes, forms and targets are no part of an article, and its links lead where they led', () => {
  expectWhole('base')
  expect(htmlOf('base')).not.toMatch(/<base|<meta|<form|<input|target=|autofocus/i)
  expect(htmlOf('base')).toContain(`href="${site.url(hostOf('base'), '/elsewhere/further')}"`)
})
test('D6: a page that calls other programs calls nobody', () => {
  expect(lineOf('scheme').url).toBe(site.url(hostOf('scheme'), pages.scheme))
})
for (const name of ['canvas', 'login'] as const)
  test(`D7: of a page without an article the link is kept, and it is said (${name})`, () => {
    expect(lineOf(name).verdict).not.toBe('complete')
    expect(notesOf(name)).toContain('No article text was found. The link is saved.')
  })
test('D7: links that lead to the place where one signs in are kept as the links they are', async () => {
  const links = ['/odd/door-a', '/odd/door-b'].map((path) => site.url('door', path))
  const ids = new Set<string>()
  for (const link of links) {
    const kept = await runCli(['save', link, '--json'], { ...places, allowPrivate: site.hosts('door') })
    expect(kept.code, kept.stderr).toBe(0)
    expect(kept.stderr).toContain('door.localhost: No article text was found. The link is saved.')
    expect(articlesOf(kept).map(({ url }) => url)).toEqual([link])
    for (const { id } of articlesOf(kept)) ids.add(id)
  }
  expect(ids.size).toBe(2)
})
test('D8: a title of a megabyte, with controls and half a character', () => {
  const { title } = lineOf('title')
  expect([...title].length).toBeLessThanOrEqual(300)
  expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u)
  expect(Buffer.from(title, 'utf8').toString('utf8')).toBe(title)
  expect(title).toContain('The very long title goes on.')
})

for (const name of charsets)
  test(`T1: a page in an encoding of the old web is read as it was written (${name})`, () => {
    const { title, sentences } = site.truth(`/charset/${name}`)
    expect(lineOf(name).title).toBe(title)
    for (const sentence of sentences) expect.soft(textOf(name), name).toContain(folded(sentence))
    expect(textOf(name)).not.toContain('\ufffd')
  })
test('T1: x-user-defined is read as the standard says', () => expectWhole('userDefined'))
test('T2: escape sequences of old encodings run nothing', () => {
  expect(textOf('utf7')).toContain('+ADw-script+AD4-')
  for (const name of ['utf7', 'korean', 'japanese'] as const) {
    expect(lineOf(name).title).not.toMatch(/^(ran|1)$/)
    expect(htmlOf(name)).not.toMatch(/<script|onerror=/)
  }
})
test('T3: a character cut in its middle costs one sign', () => {
  expect([...textOf('truncated')].filter((sign) => sign === '\ufffd').length).toBeLessThanOrEqual(1)
  expectWhole('marks')
  expect(textOf('marks')).toMatch(/A mark\ufeff? stands here\./)
})

test('a text file has its first line for a title, and paragraphs', () => {
  expect(lineOf('notes')).toMatchObject({ title: oddTitle, verdict: 'complete' })
  expect(htmlOf('notes')).toBe(oddSentences.map((sentence) => `<p>${sentence}</p>`).join(''))
})
test('I1: one picture that is none is counted, and its words stay', () => {
  expectWhole('oneBroken')
  expect(notesOf('oneBroken')).toEqual(['1 image could not be saved.'])
  expect(textOf('oneBroken') + htmlOf('oneBroken')).toContain('A picture of the slate')
})
test('I1: cut, mistaken and empty pictures are counted', () => {
  expectWhole('broken')
  expect(notesOf('broken').join()).toMatch(/^[34] images could not be saved\.$/)
})
test('I2: a picture of 30,000 by 30,000 and a film of 10,000 frames are left out, and it is said', () => {
  expectWhole('huge')
  // On a busy machine the limit of time may come before the limit of size.
  expect(notesOf('huge').join(' ')).toMatch(
    /^(2 images are too large to keep\.|1 image could not be saved\. 1 image is too large to keep\.)$/,
  )
})
test('I3: a drawing runs nothing and asks for nothing, and one that swells is stopped', () => {
  expectWhole('svg')
  expect(lineOf('svg').title).not.toBe('svg ran')
  expect(askedFor(hostOf('svg')).filter((path) => path.startsWith('/trackers/'))).toEqual([])
  for (const { path } of vaultFiles(places.vault).filter(({ path }) => path.endsWith('.svg')))
    expect(readFileSync(join(places.vault, path), 'utf8')).not.toMatch(
      /<script|foreignObject|trackers|onload|<!ENTITY/i,
    )
})
test('I4: a picture that is gone leaves its words', () => {
  expectWhole('gone')
  expect(notesOf('gone')).toEqual(['1 image could not be saved.'])
  expect(htmlOf('gone')).toContain('A picture that is gone')
})
test('I4: a picture of 50 MB within the address is too large', () => {
  expectWhole('data')
  expect(notesOf('data').join()).toMatch(/1 image (could not be saved|is too large to keep)\./)
})
test('I4: of 400 sizes one is kept, and few are asked for', () => {
  expectWhole('srcset')
  expect(notesOf('srcset')).toEqual([])
  expect(htmlOf('srcset').match(/<img/g)).toHaveLength(1)
  expect(askedFor(hostOf('srcset')).filter((path) => path.startsWith('/images/srcset-')).length).toBeLessThanOrEqual(2)
})
