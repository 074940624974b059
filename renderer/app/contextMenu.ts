// Menus of the system at the pointer, or, from the keyboard, at what has the focus. What they list are commands, or acts of the thing pointed at.
import type { MouseEvent } from 'react'
import type { RequestArgs } from '../../preload/contract.ts'
import { ask } from './bridge.ts'
import { commandOf } from './commands.ts'
import type { CommandId } from './words.ts'

export type MenuEntry = 'line' | { readonly words: string; readonly run: () => unknown; readonly isOff?: boolean }

/** Shows it, and runs what is chosen. */
export async function showMenu(
  event: Pick<MouseEvent, 'preventDefault' | 'stopPropagation'>,
  entries: readonly MenuEntry[],
): Promise<void> {
  event.preventDefault()
  event.stopPropagation()
  const wire: RequestArgs<'menu.popup'>[0] = entries.map((entry, index) =>
    entry === 'line'
      ? { kind: 'line' }
      : { kind: 'entry', id: String(index), words: entry.words, enabled: !(entry.isOff ?? false) },
  )
  const answer = await ask('menu.popup', wire)
  const chosen = answer.ok && answer.value !== null ? entries[Number(answer.value)] : undefined
  if (chosen && chosen !== 'line') await chosen.run()
}

/** A command as an entry; left out of the menu where it has nothing to do. `act` runs it on what is pointed at. */
export function commandEntry(id: CommandId, act: (run: () => void) => void): readonly MenuEntry[] {
  const { words, when, run } = commandOf(id)
  let isOff = false
  act(() => void (isOff = !when()))
  return isOff ? [] : [{ words, run: () => act(() => void run()) }]
}
