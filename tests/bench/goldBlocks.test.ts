import { expect, it } from 'vitest'
import { goldShares } from './goldBlocks.ts'

const gold = 'The ferry crosses the sound four times a day.\nTimes\nIt rests at night, and so does the captain.'

it('finds the blocks of the page that stand in the gold text', () => {
  const blocks = [
    'Home',
    'The ferry crosses the sound four times a day.',
    'Times',
    'It rests at night, and so does the captain.',
  ]
  expect(goldShares(blocks, gold)).toEqual([0, 1, 1, 1])
})

it('counts a block that the page has twice and the gold text once only the first time', () => {
  const twice = 'The ferry crosses the sound four times a day.'
  expect(goldShares([twice, twice], gold)).toEqual([1, 0])
})

it('takes a word that the text has by chance for content only among content', () => {
  expect(goldShares(['Sign in', 'captain', 'All rights reserved by nobody'], gold)[1]).toBe(0)
})
