// Every benchmark by its name.
import { answer } from './answer.ts'
import { bulk } from './bulk.ts'
import { extract } from './extract.ts'
import type { Bench } from './figure.ts'
import { memory } from './memory.ts'
import { open } from './open.ts'
import { room } from './room.ts'
import { save } from './save.ts'
import { search } from './search.ts'
import { start } from './start.ts'

export const benches: Readonly<Record<string, Bench>> = {
  start,
  save,
  bulk,
  open,
  search,
  answer,
  room,
  memory,
  extract,
}
