import { afterEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../../preload/contract.ts'
import { toasts } from '../../../renderer/app/toasts.ts'
import { aloud, setRate, setSpeech, skip, stopAloud, toggleAloud } from '../../../renderer/reader/aloud/aloud.ts'

type Spoken = {
  readonly text: string
  readonly rate: number
  readonly voice: string | undefined
  end(): void
  fail(error: string): void
}

// A speed is kept, and here is nobody to keep it.
vi.stubGlobal('offprint', { request: () => Promise.resolve({ ok: true, value: defaultSettings }) })

const own = Object.getOwnPropertyDescriptor(window, 'speechSynthesis')!
afterEach(() => {
  setSpeech(undefined)
  Object.defineProperty(window, 'speechSynthesis', own)
})

/** What a system with these voices would be told. */
function system(voices: readonly { lang: string; localService: boolean; default: boolean }[]) {
  const spoken: Spoken[] = []
  const fake = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: () => undefined,
    speak: (utterance: {
      text: string
      rate: number
      voice: { lang: string } | null
      onend: (() => void) | null
      onerror: ((event: { error: string }) => void) | null
    }) =>
      void spoken.push({
        text: utterance.text,
        rate: utterance.rate,
        voice: utterance.voice?.lang,
        end: () => utterance.onend?.(),
        fail: (error: string) => utterance.onerror?.({ error }),
      }),
  })
  Object.defineProperty(window, 'speechSynthesis', { value: fake, configurable: true })
  class Utterance {
    voice = null
    lang = ''
    rate = 1
    onend = null
    onerror = null
    constructor(readonly text: string) {}
  }
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  return spoken
}

const voice = (lang: string, localService = true) => ({ lang, localService, default: false })
const shown: (number | undefined)[] = []
const text = (first = 0) => {
  shown.length = 0
  return {
    sentences: () => ['One.', 'Two.', 'Three.'],
    lang: 'de-AT',
    first: () => first,
    show: (sentence: number | undefined) => void shown.push(sentence),
  }
}

test('reads sentence after sentence from the top of the screen, with a voice of the language, and marks each', async () => {
  const spoken = system([voice('en-US'), voice('de-DE')])
  setSpeech(text(1))
  await toggleAloud()
  expect(spoken.map((one) => [one.text, one.voice])).toEqual([['Two.', 'de-DE']])
  spoken[0]!.end()
  expect(spoken.at(-1)!.text).toBe('Three.')
  expect(shown).toEqual([1, 2])
  spoken[1]!.end()
  expect(aloud.get().state).toBe('off')
})

test('a voice that cannot speak ends the reading and says so; one sentence that is too long for it is passed over', async () => {
  const spoken = system([voice('de')])
  setSpeech(text())
  await toggleAloud()
  spoken[0]!.fail('text-too-long')
  expect(spoken.at(-1)!.text).toBe('Two.')
  spoken[1]!.fail('synthesis-failed')
  expect(spoken).toHaveLength(2)
  expect(aloud.get().state).toBe('off')
  expect(toasts.get().toast).toMatchObject({ isProblem: true, words: expect.stringContaining('voice') as string })
})

test('where there is nothing to read that is said', async () => {
  system([voice('de')])
  setSpeech({ ...text(), sentences: () => [] })
  await toggleAloud()
  expect(aloud.get().state).toBe('off')
  expect(toasts.get().toast?.words).toBe('There is no text to read aloud.')
})

test('pauses and goes on with the same sentence, skips, and changes its speed at once', async () => {
  const spoken = system([voice('de')])
  setSpeech(text())
  await toggleAloud()
  await toggleAloud()
  expect(aloud.get().state).toBe('paused')
  spoken[0]!.end() // of what was cut off
  expect(spoken).toHaveLength(1)
  await toggleAloud()
  expect(spoken.at(-1)!.text).toBe('One.')
  skip(1)
  expect(spoken.at(-1)!.text).toBe('Two.')
  setRate(1.5)
  expect(spoken.at(-1)).toMatchObject({ text: 'Two.', rate: 1.5 })
  skip(-5)
  expect(spoken.at(-1)!.text).toBe('One.')
  stopAloud()
  setRate(1)
})

test('never uses a voice that is not of this system, and says when there is none', async () => {
  const spoken = system([voice('de', false)])
  setSpeech(text())
  await toggleAloud()
  expect(aloud.get().state).toBe('no-voice')
  expect(spoken).toEqual([])
})
