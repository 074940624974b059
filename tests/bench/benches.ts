// Every benchmark by its name.
import type { Bench } from './figure.ts'
import { memory } from './memory.ts'
import { save } from './save.ts'
import { search } from './search.ts'
import { start } from './start.ts'

export const benches: Readonly<Record<string, Bench>> = { start, save, search, memory }
