// A question typed into the field, from the key to the answer painted in the list, on a library of the given size.
import { launchApp, newFolder, runCli } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { libraryOf } from './library.ts'

const questions = ['ba', 'ri to', 'men', 'sal*', '"ba ri"', 'tag:topic-1', 'ver OR din', 'kuba', 'pel -or', 'topic']

export const search: Bench = async (sizes) => {
  const figures: Figure[] = []
  for (const size of sizes) {
    const places = { vault: await libraryOf(size), profile: await newFolder('profile') }
    await runCli(['search', 'ba', '--limit', '1'], places)
    const app = await launchApp(places)
    const field = app.window.getByRole('textbox', { name: 'Search' })
    await app.window.getByRole('grid').getByRole('row').first().waitFor()
    const told: number[] = []
    for (const round of [0, 1, 2]) {
      for (const question of questions) {
        await field.fill(question)
        const words = await app.window.getByText(/^\d\.\d{3} s$/).textContent()
        if (round > 0) told.push(Number.parseFloat(words ?? '') * 1000)
        await field.fill('')
      }
    }
    await app.close()
    figures.push(
      figureOf(
        { bench: 'search', figure: 'question to answer, as the window tells it', engine: 'offprint', size, unit: 'ms' },
        told,
      ),
    )
  }
  return figures
}
