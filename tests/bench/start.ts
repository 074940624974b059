// From the start of the process to a painted window, to keys answered, and to the last line of `list`, on a library that is filled already.
import { newFolder, runCli, startByNpm } from '../e2e/app.ts'
import { figureOf, timed, type Bench, type Figure } from './figure.ts'
import { libraryOf } from './library.ts'
import { started } from './started.ts'

const rounds = 5
const words = ['list', '--limit', '1']

export const start: Bench = async (sizes) => {
  const figures: Figure[] = []
  for (const size of sizes) {
    const places = { vault: await libraryOf(size), profile: await newFolder('profile') }
    const first = await timed(() => startByNpm(words, places).end)
    const [list, listByNpm, painted, answered] = [[], [], [], []] as [number[], number[], number[], number[]]
    for (let n = 0; n < rounds; n += 1) {
      list.push(await timed(() => runCli(words, places)))
      listByNpm.push(await timed(() => startByNpm(words, places).end))
      const { app, toPaintMs, toKeysMs } = await started(places)
      painted.push(toPaintMs)
      answered.push(toKeysMs)
      await app.close()
    }
    const about = { bench: 'start', engine: 'offprint', size, unit: 'ms' } as const
    figures.push(
      figureOf({ ...about, figure: 'first start: the library filled from the vault' }, [first]),
      figureOf({ ...about, figure: 'window, process start to first paint' }, painted),
      figureOf({ ...about, figure: 'window, process start to list painted and keys answered' }, answered),
      figureOf({ ...about, figure: 'list, by the built app, process start to last line' }, list),
      figureOf({ ...about, figure: 'list, by npm start, process start to last line' }, listByNpm),
    )
  }
  return figures
}
