import { expect, it } from 'vitest'
import { boost, type Examples } from './boost.ts'
import { chanceOf, forestOf } from '../../renderer/extract/trees.ts'

const growing = { trees: 40, leaves: 6, rate: 0.3, seed: 7 }

/** Rows of three columns; wanted where the first is above .5 and the second is not set. The third is noise. */
function examples(): Examples {
  const many = 2_000
  const values = new Float32Array(many * 3)
  const wanted = new Float32Array(many)
  for (let row = 0; row < many; row++) {
    const [a, b, noise] = [((row * 37) % 100) / 100, row % 2, ((row * 61) % 97) / 97]
    values.set([a, b, noise], row * 3)
    wanted[row] = a > 0.5 && b === 0 ? 1 : 0
  }
  return { values, columns: 3, wanted, weights: new Float32Array(many).fill(1) }
}
const all = Uint32Array.from({ length: 2_000 }, (_, row) => row)

it('learns what two columns say together, and is not led by a third', () => {
  const forest = forestOf(boost(examples(), all, growing))
  expect(chanceOf(forest, Float32Array.from([0.9, 0, 0.1]))).toBeGreaterThan(0.9)
  expect(chanceOf(forest, Float32Array.from([0.9, 1, 0.1]))).toBeLessThan(0.1)
  expect(chanceOf(forest, Float32Array.from([0.1, 0, 0.9]))).toBeLessThan(0.1)
})

it('grows the same trees from the same examples', () => {
  expect(boost(examples(), all, growing)).toEqual(boost(examples(), all, growing))
})
