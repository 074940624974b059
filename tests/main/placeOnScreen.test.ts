import { expect, test } from 'vitest'
import { placeOnScreen } from '../../main/placeOnScreen.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const second = { x: 1920, y: 0, width: 2560, height: 1440 }
const place = { x: 2100, y: 80, width: 1400, height: 900, maximised: false }

test('the window comes back to the screen it stood on', () => {
  expect(placeOnScreen(place, [main, second])).toEqual(place)
})

test('where that screen has gone, the system finds a place, and the window keeps its size and that it was maximised', () => {
  const { width, height } = place
  expect(placeOnScreen(place, [main])).toEqual({ width, height, maximised: false })
  expect(placeOnScreen({ ...place, maximised: true }, [main])).toEqual({ width, height, maximised: true })
})

test('a screen that has become smaller takes the window as large as it can', () => {
  expect(placeOnScreen({ ...place, x: 0, y: 30 }, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
    ...place,
    x: 0,
    y: 30,
    width: 1280,
    height: 720,
  })
})

test('a window that hangs over an edge stays so as long as its top can be taken hold of', () => {
  const left = { ...place, x: -1200, y: 400 }
  expect(placeOnScreen(left, [main])).toEqual(left)
  for (const lost of [
    { x: -1350, y: 400 },
    { x: 100, y: -200 },
    { x: 100, y: 1070 },
    { x: 1850, y: 400 },
  ])
    expect(placeOnScreen({ ...place, ...lost }, [main])).not.toHaveProperty('x')
})

test('a window that never stood anywhere is given a size and no place', () => {
  const fresh = { width: 1280, height: 832, maximised: false }
  expect(placeOnScreen(fresh, [main, second])).toEqual(fresh)
  expect(placeOnScreen(fresh, [])).toEqual(fresh)
})
