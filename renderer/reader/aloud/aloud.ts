// Reading aloud with the voices of this system, sentence by sentence. Voices that would send the text elsewhere are never used.
import { appSettings, changeSettings } from '../../app/appSettings.ts'
import { say } from '../../app/toasts.ts'
import { createStore } from '../../ui/createStore.ts'
import { words } from './words.ts'

export type Speech = {
  sentences(): readonly string[]
  readonly lang: string | undefined
  /** Marks the sentence and brings it on the screen; undefined: none is spoken. */
  show(sentence: number | undefined): void
  first(): number
}

export type Aloud = { readonly state: 'off' | 'speaking' | 'paused' | 'no-voice' }

export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const
/** A system may take its time to name its voices; longer than this, it has none. */
const voicesMs = 1_500

export const aloud = createStore<Aloud>({ state: 'off' })

let speech: Speech | undefined
let sentences: readonly string[] = []
let at = 0
/** Of the utterance that counts: the end of one that was cut off is no reason to go on. */
let turn = 0

/** Said by the page that is open; another page ends the reading. */
export function setSpeech(next: Speech | undefined) {
  stopAloud()
  speech = next
}

export async function toggleAloud() {
  switch (aloud.get().state) {
    case 'off':
    case 'no-voice':
      return startAloud()
    case 'speaking':
      turn += 1
      // Not pause(): some systems cannot, and forget where they were.
      speechSynthesis.cancel()
      return aloud.change({ state: 'paused' })
    case 'paused':
      aloud.change({ state: 'speaking' })
      return speak()
  }
}

export function skip(by: number) {
  if (!speech || aloud.get().state === 'off') return
  at = Math.max(0, Math.min(sentences.length - 1, at + by))
  speech.show(at)
  if (aloud.get().state === 'speaking') speak()
}

export function setRate(rate: number) {
  changeSettings({ aloudRate: rate })
  if (aloud.get().state === 'speaking') speak()
}

export function stopAloud() {
  turn += 1
  if (aloud.get().state === 'off') return
  speechSynthesis.cancel()
  speech?.show(undefined)
  aloud.change({ state: 'off' })
}

async function startAloud() {
  const now = speech
  if (!now) return
  const voices = await localVoices()
  if (now !== speech) return
  if (voices.length === 0) return aloud.change({ state: 'no-voice' })
  sentences = now.sentences()
  if (sentences.length === 0) return say(words.nothingToRead)
  at = now.first()
  aloud.change({ state: 'speaking' })
  speak()
}

function speak() {
  const sentence = sentences[at]
  if (!speech || sentence === undefined) return stopAloud()
  turn += 1
  const own = turn
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(sentence)
  const voice = voiceFor(speech.lang)
  if (voice) {
    utterance.voice = voice
    utterance.lang = voice.lang
  }
  utterance.rate = appSettings.get().aloudRate
  const isOver = () => own !== turn || aloud.get().state !== 'speaking'
  const goOn = () => {
    if (isOver()) return
    at += 1
    speak()
  }
  utterance.onend = goOn
  utterance.onerror = ({ error }) => {
    if (error === 'text-too-long') return goOn()
    if (isOver()) return
    // The next sentence would fare no better, and the text would run by in silence.
    stopAloud()
    say(words.voiceFailed, { isProblem: true })
  }
  speech.show(at)
  speechSynthesis.speak(utterance)
}

/** Of the article's language, the system's own first choice before others. */
function voiceFor(lang: string | undefined): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter(({ localService }) => localService)
  const wanted = (lang ?? navigator.language).toLowerCase()
  const base = wanted.split('-')[0] ?? wanted
  const plain = (voice: SpeechSynthesisVoice) => voice.lang.toLowerCase().replace('_', '-')
  return (
    voices.find((voice) => plain(voice) === wanted) ??
    voices.find((voice) => voice.default && plain(voice).split('-')[0] === base) ??
    voices.find((voice) => plain(voice).split('-')[0] === base) ??
    voices.find((voice) => voice.default) ??
    voices[0]
  )
}

function localVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const now = () => speechSynthesis.getVoices().filter(({ localService }) => localService)
  if (now().length > 0) return Promise.resolve(now())
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      speechSynthesis.removeEventListener('voiceschanged', done)
      resolve(now())
    }
    const timer = setTimeout(done, voicesMs)
    speechSynthesis.addEventListener('voiceschanged', done)
  })
}
