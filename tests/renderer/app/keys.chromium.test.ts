import { afterEach, beforeEach, expect, test } from 'vitest'
import { appSettings } from '../../../renderer/app/appSettings.ts'
import { chordOf, listenForKeys } from '../../../renderer/app/keys.ts'
import { closeLayer, layers } from '../../../renderer/app/layers.ts'
import { selection, setRows } from '../../../renderer/app/selection.ts'
import { defaultSettings } from '../../../preload/contract.ts'

let stop: () => void
beforeEach(() => {
  stop = listenForKeys(document)
  appSettings.set(defaultSettings)
  setRows(['a', 'b', 'c'], true)
  selection.change({ cursor: 'a', open: undefined, query: '', view: { kind: 'inbox' } })
})
afterEach(() => {
  stop()
  closeLayer()
  document.body.replaceChildren()
})

const press = (key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))

test('j and k move the cursor and stop at the ends', () => {
  press('j')
  press('j')
  press('j')
  expect(selection.get().cursor).toBe('c')
  press('k')
  expect(selection.get().cursor).toBe('b')
})

test('g and then a letter goes to a view', () => {
  press('g')
  press('l')
  expect(selection.get().view).toEqual({ kind: 'later' })
})

test('letters typed into a field are the field’s', () => {
  const field = document.body.appendChild(document.createElement('input'))
  press('j', {}, field)
  expect(selection.get().cursor).toBe('a')
})

test('letters and arrows pressed on a choice of a few are its own; Escape leads back from it', () => {
  const choice = document.body.appendChild(document.createElement('select'))
  for (const key of ['j', 'ArrowDown', 'Enter', ' ']) press(key, {}, choice)
  expect(selection.get()).toMatchObject({ cursor: 'a', open: undefined })
  selection.change({ chosen: new Set(['a']) })
  press('Escape', {}, choice)
  expect(selection.get().chosen.size).toBe(0)
})

test('a shortcut with Ctrl works in a field too', () => {
  const field = document.body.appendChild(document.createElement('input'))
  press('n', { ctrlKey: true }, field)
  expect(layers.get().top?.kind).toBe('add')
})

test('Enter on a button presses the button and opens nothing', () => {
  const button = document.body.appendChild(document.createElement('button'))
  press('Enter', {}, button)
  expect(selection.get().open).toBeUndefined()
  press('Enter')
  expect(selection.get().open).toBe('a')
})

test('single keys can be turned off; the arrows and Ctrl stay', () => {
  appSettings.change({ singleKeyShortcuts: false })
  press('j')
  expect(selection.get().cursor).toBe('a')
  press('ArrowDown')
  expect(selection.get().cursor).toBe('b')
})

test('a key is named by what it types, with Shift only where that does not show', () => {
  const chord = (
    key: string,
    modifiers: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
  ) => chordOf({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...modifiers })
  expect(chord('?', { shiftKey: true })).toBe('?')
  expect(chord('J', { shiftKey: true })).toBe('J')
  expect(chord(' ', { shiftKey: true })).toBe('Shift+Space')
  expect(chord('F', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+f')
  expect(chord('Shift', { shiftKey: true })).toBeUndefined()
})
