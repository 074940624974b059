import { inLanguages } from '../../preload/language.ts'

export const words = inLanguages({ close: 'Close' }, { close: 'Schließen' })
