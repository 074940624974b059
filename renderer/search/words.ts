import { inLanguages } from '../../preload/language.ts'
import { german } from './words.de.ts'

/** What is said of an operator that cannot be meant. `near`: what may have been meant. */
const english = {
  unknownOperator: (name: string, near?: string) =>
    `There is no operator ${name}:${near === undefined ? '.' : `; ${near}: is one.`} Quotes search for the text itself.`,
  emoji: 'Emoji are searched for in tags only.',
  needsValue: (name: string) => `${name}: needs a value.`,
  knows: (name: string, values: readonly string[], near?: string) =>
    `${name}: knows ${values.slice(0, -1).join(', ')} and ${values.at(-1)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  needsNumber: (name: string) => `${name}: needs a number, such as >2000, <500 or 500..2000.`,
  needsDate: (name: string) => `${name}: needs a date, such as 2024, 2024-03, 2024-03-15, yesterday or 2w.`,
} as const

export const words = inLanguages(english, german)
