// Over which page the aid for the eye lies, if any. Which one it is, is a setting: who reads by it reads by it every day.
import { appSettings, changeSettings } from '../../app/appSettings.ts'
import { createStore } from '../../ui/createStore.ts'

export const ruler = createStore<{ readonly page?: Document | undefined }>({})

export function nextRuler() {
  const kinds = ['none', 'ruler', 'lines'] as const
  changeSettings({ ruler: kinds[(kinds.indexOf(appSettings.get().ruler) + 1) % kinds.length]! })
}
