import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { themes } from '../../../renderer/app/appSettings.ts'
import '../../../renderer/styles/tokens.css'
import { Button } from '../../../renderer/ui/Button.tsx'

test('a button of a dialog that cannot be pressed any more leaves the keys in the dialog', () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const draw = (disabled: boolean) =>
    flushSync(() =>
      root.render(
        <div className="dialog" tabIndex={-1}>
          <Button disabled={disabled}>Forget</Button>
        </div>,
      ),
    )
  draw(false)
  place.querySelector('button')!.focus()
  draw(true)
  expect(document.activeElement).toBe(place.querySelector('.dialog'))
  root.unmount()
  place.remove()
})

test('a button that cannot be pressed is filled with nothing, in any theme: it was the heaviest thing among others', () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  flushSync(() =>
    root.render(
      (['primary', 'plain', 'quiet'] as const).map((kind) => (
        <Button key={kind} kind={kind} disabled>
          Keep
        </Button>
      )),
    ),
  )
  for (const theme of themes) {
    place.dataset.theme = theme
    const fills = [...place.children].map((button) => getComputedStyle(button).backgroundColor)
    expect(fills, theme).toEqual(Array(3).fill('rgba(0, 0, 0, 0)'))
  }
  root.unmount()
  place.remove()
})
