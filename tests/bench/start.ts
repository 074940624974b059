// From the start of the process to a window with its list, and to the last line of `list`, on a library that is filled already.
import { launchApp, newFolder, runCli } from '../e2e/app.ts'
import { figureOf, timed, type Bench, type Figure } from './figure.ts'
import { libraryOf } from './library.ts'

const rounds = 5

export const start: Bench = async (sizes) => {
  const figures: Figure[] = []
  for (const size of sizes) {
    const places = { vault: await libraryOf(size), profile: await newFolder('profile') }
    const first = await timed(() => runCli(['list', '--limit', '1'], places))
    const window: number[] = []
    const list: number[] = []
    for (let n = 0; n < rounds; n += 1) {
      list.push(await timed(() => runCli(['list', '--limit', '1'], places)))
      const before = performance.now()
      const app = await launchApp(places)
      await app.window.getByRole('grid').getByRole('row').first().waitFor()
      window.push(performance.now() - before)
      await app.close()
    }
    const about = { bench: 'start', engine: 'offprint', size, unit: 'ms' } as const
    figures.push(
      figureOf({ ...about, figure: 'first start: the library filled from the vault' }, [first]),
      figureOf({ ...about, figure: 'list, by npm start, process start to last line' }, list),
      figureOf({ ...about, figure: 'window, process start to first row' }, window),
    )
  }
  return figures
}
