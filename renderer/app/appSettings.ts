// The settings as main keeps them, and what follows from them for the whole window. A change shows at once and is written behind.
import { defaultSettings, type AppInfo, type Settings } from '../../preload/contract.ts'
import { createStore } from '../ui/createStore.ts'
import { ask, askOrSay, listen } from './bridge.ts'
import { onLeaving } from './leaving.ts'
import { followTextScale } from './textScale.ts'

export const themes = ['paper', 'sepia', 'dusk', 'ink'] as const
export type Theme = (typeof themes)[number]

export const appSettings = createStore<Settings>(defaultSettings)
export const appInfo = createStore<AppInfo | undefined>(undefined)
/** Undefined until the system has said. */
export const hasTray = createStore<boolean | undefined>(undefined)

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')

export async function startSettings() {
  const [settings, info] = await Promise.all([ask('settings.read'), ask('app.info')])
  if (settings.ok) appSettings.set(settings.value)
  if (info.ok) {
    appInfo.set(info.value)
    followTextScale(info.value.platform)
  }
  void ask('app.hasTray').then((answer) => answer.ok && hasTray.set(answer.value))
  applyTheme()
  appSettings.subscribe(applyTheme)
  darkSystem().addEventListener('change', applyTheme)
  // What is not written yet holds against what main has just heard of.
  listen('settings.changed', (next) => appSettings.set(Object.assign({ ...next }, ...underWay, pending)))
  onLeaving(writePending)
}

/** The first change is written at once: what was just allowed or forbidden holds for what is done next. Those soon after it are written together. */
export function changeSettings(change: Partial<Settings>) {
  appSettings.change(change)
  pending = { ...pending, ...change }
  if (timer === undefined) void writeSometimes()
}

/** Dragging a slider or a pane changes a setting sixty times a second. */
const writeEveryMs = 150
let pending: Partial<Settings> = {}
/** Sent, and not answered yet. */
const underWay = new Set<Partial<Settings>>()
let timer: ReturnType<typeof setTimeout> | undefined

async function writeSometimes() {
  if (Object.keys(pending).length === 0) {
    timer = undefined
    return
  }
  timer = setTimeout(() => void writeSometimes(), writeEveryMs)
  await writePending()
}

async function writePending() {
  const change = pending
  if (Object.keys(change).length === 0) return
  pending = {}
  underWay.add(change)
  await askOrSay('settings.write', change)
  underWay.delete(change)
}

export function themeOf(settings: Settings): Theme {
  if (settings.theme !== 'system') return settings.theme
  return darkSystem().matches ? 'dusk' : 'paper'
}

function applyTheme() {
  document.documentElement.dataset['theme'] = themeOf(appSettings.get())
}
