// Reading aloud: what to install where there is no voice; with one, the sentence that is spoken is marked, and it skips, pauses and changes its speed.
// Aids for the eye lie over the same text: a ruler, or all but a few lines dimmed.
import { expect, test } from 'playwright/test'
import { launchApp, newFolder, type App, type Places } from './app.ts'
import { madeVault } from './madeVault.ts'
import { inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const sentences = [
  'The bell rang at six.',
  'Nobody had pulled it!',
  'Who, then, was in the tower?',
  'The sexton counted his keys.',
  'One was missing.',
] as const
const title = 'The bell'

let places: Places
let app: App
let room: Room

test.beforeAll(async () => {
  const { vault } = await madeVault([
    { title, paragraphs: [sentences.slice(0, 3).join(' '), sentences.slice(3).join(' ')] },
    { title: 'Die Glocke', lang: 'de', paragraphs: ['Die Glocke schlug um sechs.'] },
    { title: 'The long watch', paragraphs: Array.from({ length: 12 }, () => sentences.join(' ').repeat(3)) },
  ])
  places = { vault, profile: await newFolder('profile') }
  await start()
})

async function start(): Promise<void> {
  app = await launchApp(places)
  room = roomOf(app.window)
  await expect(room.rows).toHaveCount(3)
}
test.afterAll(() => app.close())

type Spoken = { text: string; rate: number; lang: string; voice?: { name: string }; onend?: () => void }
type Stub = { spoken: Spoken[]; speaking: boolean }
const bar = () => app.window.getByRole('toolbar', { name: 'Reading aloud' })

/** Voices of the system as the test wants them; they only note what they are to say. */
async function haveVoices(voices: readonly { name: string; lang: string; localService: boolean; default?: boolean }[]) {
  await app.window.evaluate((named) => {
    const stub: Stub = Object.assign(window, { spoken: [] as Spoken[], speaking: false })
    function Utterance(this: { text: string }, text: string) {
      this.text = text
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => named,
      cancel: () => void (stub.speaking = false),
      speak: (utterance: Spoken) => {
        stub.spoken.push(utterance)
        stub.speaking = true
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true })
  }, voices)
}
const last = () =>
  app.window.evaluate(() => {
    const { spoken, speaking } = window as unknown as Stub
    const utterance = spoken.at(-1)
    return utterance && { text: utterance.text.trim(), rate: utterance.rate, voice: utterance.voice?.name, speaking }
  })
const ends = () => app.window.evaluate(() => (window as unknown as Stub).spoken.at(-1)?.onend?.())
const marked = () =>
  app.window.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const { highlights } = (frame?.contentWindow as Window & typeof globalThis).CSS
    return [...(highlights.get('offprint-spoken') ?? [])].map(String).join(' ').trim()
  })
async function speaks(sentence: string) {
  await expect.poll(async () => (await last())?.text).toBe(sentence)
  await expect.poll(marked).toBe(sentence)
}

test('where the system has no voice, or only ones that would send the text away, it says what to install', async () => {
  await room.open(title)
  for (const voices of [[], [{ name: 'Far away', lang: 'en-GB', localService: false, default: true }]]) {
    await haveVoices(voices)
    await room.press('r')
    const hint = app.window.getByRole('alert').filter({ hasText: 'This system has no voice yet.' })
    await expect(hint).toContainText(process.platform === 'linux' ? 'speech-dispatcher' : 'Add one in')
    expect(await last()).toBeUndefined()
    await hint.getByRole('button', { name: 'Close' }).click()
    await expect(hint).toHaveCount(0)
  }
})

test('r reads the sentences one after the other, each marked while it is spoken, in the language of the article', async () => {
  await haveVoices([
    { name: 'Anna', lang: 'de-DE', localService: true },
    { name: 'Arthur', lang: 'en-GB', localService: true, default: true },
  ])
  await room.press('r')
  const spoken = await app.window.evaluate(() => (window as unknown as Stub).spoken.map(({ text }) => text.trim()))
  const start = sentences.indexOf(spoken[0] as (typeof sentences)[number])
  expect(start).toBe(0)
  expect((await last())?.voice).toBe('Arthur')
  for (const sentence of sentences) {
    await speaks(sentence)
    await ends()
  }
  await expect(bar()).toHaveCount(0)
  await expect.poll(marked).toBe('')
})

test('it skips a sentence on and back, pauses and goes on with the same one', async () => {
  await room.press('r')
  await speaks(sentences[0])
  await bar().getByRole('button', { name: 'One sentence on' }).click()
  await speaks(sentences[1])
  await bar().getByRole('button', { name: 'One sentence on' }).click()
  await speaks(sentences[2])
  await bar().getByRole('button', { name: 'One sentence back' }).click()
  await speaks(sentences[1])
  await room.press('r')
  await expect(bar().getByRole('button', { name: 'Go on' })).toBeVisible()
  expect((await last())?.speaking).toBe(false)
  await bar().getByRole('button', { name: 'One sentence on' }).click()
  await expect.poll(marked).toBe(sentences[2])
  expect((await last())?.speaking).toBe(false)
  await bar().getByRole('button', { name: 'Go on' }).click()
  await speaks(sentences[2])
  expect((await last())?.speaking).toBe(true)
})

test('another speed holds at once for the sentence that is spoken, and for the next', async () => {
  await bar().getByRole('combobox', { name: 'Speed' }).selectOption('1.5')
  await expect.poll(async () => (await last())?.rate).toBe(1.5)
  await speaks(sentences[2])
  await ends()
  await speaks(sentences[3])
  expect((await last())?.rate).toBe(1.5)
})

test('another article ends the reading; its own is read by a voice of its language', async () => {
  await room.open('Die Glocke')
  await expect(bar()).toHaveCount(0)
  expect((await last())?.speaking).toBe(false)
  await room.press('r')
  await speaks('Die Glocke schlug um sechs.')
  expect((await last())?.voice).toBe('Anna')
  await bar().getByRole('button', { name: 'Stop reading aloud' }).click()
  await expect(bar()).toHaveCount(0)
})

const next = () => room.press('Shift+R')

test('a ruler follows the pointer, then line focus does, then neither', async () => {
  await room.open(title)
  const [ruler, lines] = [app.window.locator('.reading-ruler'), app.window.locator('.reading-lines')]
  await next()
  await expect(ruler).toBeVisible()
  const paragraph = inText(app.window).locator('.page-text p').nth(1)
  const box = (await paragraph.boundingBox())!
  await app.window.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 3 })
  const under = async () => (await ruler.locator('i').first().boundingBox())!.y
  await expect.poll(under).toBeGreaterThan(box.y)
  await expect.poll(under).toBeLessThan(box.y + box.height + 20)
  await next()
  await expect(ruler).toHaveCount(0)
  await expect(lines).toBeVisible()
  await app.window.mouse.move(box.x + 30, box.y + box.height / 2, { steps: 3 })
  await expect
    .poll(async () => {
      const [above, below] = await Promise.all([
        lines.locator('i').first().boundingBox(),
        lines.locator('i').last().boundingBox(),
      ])
      const y = box.y + box.height / 2
      return above!.y + above!.height < y && below!.y > y
    })
    .toBe(true)
  await next()
  await expect(lines).toHaveCount(0)
})

test('line focus lies on whole lines; the arrow keys take it from one to the next, and down the article to its end', async () => {
  await room.open('The long watch')
  await inText(app.window).locator('.page-text p').first().click()
  await next()
  await next()
  const lines = app.window.locator('.reading-lines')
  await expect(lines).toBeVisible()
  /** How much of a line of the text is cut off by the edges, and which words stand first between them. */
  const between = () =>
    app.window.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>(
        'iframe[src="app://offprint/reader/"], iframe[src="/reader/"]',
      )!
      const page = frame.contentDocument!
      const [above, below] = [...document.querySelectorAll('.reading-lines i')].map((one) =>
        one.getBoundingClientRect(),
      )
      const [from, to] = [above!.bottom, below!.top].map((y) => y - frame.getBoundingClientRect().top) as [
        number,
        number,
      ]
      const range = page.createRange()
      range.selectNodeContents(page.querySelector('.page-text')!)
      const boxes = [...range.getClientRects()].filter(({ height }) => height > 0 && height < 60)
      const cut = boxes.filter(({ top, bottom }) => [from, to].some((edge) => top + 3 < edge && bottom - 3 > edge))
      return { high: to - from, cut: cut.length, top: from + (page.scrollingElement?.scrollTop ?? 0) }
    })
  await expect.poll(async () => (await between()).high).toBeGreaterThan(60)
  const places = [(await between()).top]
  for (let step = 0; step < 24; step++) {
    await room.press('ArrowDown')
    await expect.poll(async () => (await between()).top, `step ${step}`).toBeGreaterThan(places.at(-1)!)
    await expect.poll(async () => (await between()).cut, `step ${step}`).toBe(0)
    places.push((await between()).top)
  }
  await room.press('ArrowUp')
  await expect.poll(async () => (await between()).top).toBeLessThan(places.at(-1)!)
  await next()
})

test('the sentence that is read aloud takes the ruler with it', async () => {
  await room.open(title)
  await haveVoices([{ name: 'Arthur', lang: 'en-GB', localService: true, default: true }])
  await next()
  const under = async () => (await app.window.locator('.reading-ruler i').first().boundingBox())!.y
  await room.press('r')
  await speaks(sentences[0])
  const first = (await inText(app.window).locator('.page-text p').first().boundingBox())!
  await expect.poll(under).toBeGreaterThan(first.y)
  await expect.poll(under).toBeLessThan(first.y + first.height + 2)
  for (const sentence of sentences.slice(0, 3)) {
    await speaks(sentence)
    await ends()
  }
  await speaks(sentences[3])
  const second = (await inText(app.window).locator('.page-text p').nth(1).boundingBox())!
  await expect.poll(under).toBeGreaterThan(second.y)
  await bar().getByRole('button', { name: 'Stop reading aloud' }).click()
  await next()
  await next()
})

test('the speed and the ruler are as they were when the app is started again', async () => {
  await next()
  await expect(app.window.locator('.reading-ruler')).toBeVisible()
  await app.close()
  await start()
  await haveVoices([{ name: 'Arthur', lang: 'en-GB', localService: true, default: true }])
  await room.open(title)
  await expect(app.window.locator('.reading-ruler')).toBeVisible()
  await room.press('r')
  await speaks(sentences[0])
  expect((await last())?.rate).toBe(1.5)
  await expect(bar().getByRole('combobox', { name: 'Speed' })).toHaveValue('1.5')
})
