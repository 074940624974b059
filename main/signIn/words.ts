import { inLanguages } from '../../preload/language.ts'
import { german } from './words.de.ts'

const english = {
  title: (host: string) => `Sign-in window: ${host} · Offprint`,
  menu: 'Sign-in window',
  save: 'Save this page',
  back: 'Back',
  reload: 'Reload',
  done: 'Done',
} as const

export const words = inLanguages(english, german)
