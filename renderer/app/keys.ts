// Keys -> commands. Listens on the window and, because keys typed in a frame stay there, on the reader's frames too.
import { appSettings } from './appSettings.ts'
import { commands, isInReach, type Command } from './commands.ts'
import { layers } from './layers.ts'
import { isMac } from '../ui/keyWords.ts'

/** Two may have the same key where never both have something to do: Delete means another thing in the Trash. */
function commandWith(key: string): Command | undefined {
  return commands.find((command) => command.keys.includes(key) && isInReach(command) && command.when())
}

/** The first keys of those that are typed one after the other: `g`. */
const leaders: ReadonlySet<string> = new Set(
  commands.flatMap(({ keys }) => keys.flatMap((key) => (key.includes(' ') ? [key[0] ?? ''] : []))),
)

const sequenceMs = 1_500

/** Until the returned function is called. `isFrame`: a page stands there, with no control of ours but links. */
export function listenForKeys(target: Document, { isFrame = false }: { isFrame?: boolean } = {}): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandFor(event, isFrame)
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    void command.run()
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

let leader: { readonly key: string; readonly at: number } | undefined

function commandFor(event: KeyboardEvent, isFrame: boolean): Command | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined
  const chord = chordOf(event)
  if (chord === undefined) return undefined
  const focus = focusKind(event, isFrame)
  if (isSingle(chord)) {
    if (focus === 'field' || focus === 'layer' || focus === 'choice' || !appSettings.get().singleKeyShortcuts)
      return undefined
    const before = leader && event.timeStamp - leader.at < sequenceMs ? leader.key : undefined
    leader = leaders.has(chord) && before === undefined ? { key: chord, at: event.timeStamp } : undefined
    const command = before === undefined ? undefined : commandWith(`${before} ${chord}`)
    if (command) return command
  }
  const command = commandWith(chord)
  if (!command) return undefined
  if (isMovement(chord) && focus !== 'list') {
    // In the text the arrows scroll it; Space pages it. On a button, Enter and Space press it.
    return focus === 'frame' && chord.endsWith('Space') ? command : undefined
  }
  if (chord === 'Escape') return focus === 'field' || focus === 'layer' ? undefined : command
  if (command.isForList && focus !== 'list') return undefined
  if (focus === 'field' && fieldOwns.has(chord)) return undefined
  return command
}

/** What a text field does by itself. */
const fieldOwns: ReadonlySet<string> = new Set(['Mod+a', 'Mod+z', 'Delete'])

/** `choice`: one of a few, which letters and arrows choose from. */
type Focus = 'field' | 'layer' | 'choice' | 'control' | 'list' | 'frame'

function focusKind(event: KeyboardEvent, isFrame: boolean): Focus {
  if (isFrame) return 'frame'
  const element = event.target
  if (!(element instanceof Element)) return 'list'
  if (element.closest('[data-keys="frame"]')) return 'frame'
  if (element.closest('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]')) return 'field'
  if (layers.get().top !== undefined && element.closest('[role="dialog"], [role="alertdialog"], [role="menu"]'))
    return 'layer'
  if (element.closest('select')) return 'choice'
  if (element.closest('[role="menu"], [role="slider"], [role="separator"]')) return 'layer'
  return element.closest('button, a, [role="tab"]') ? 'control' : 'list'
}

function isSingle(chord: string): boolean {
  return [...chord].length === 1
}

function isMovement(chord: string): boolean {
  return /^(Shift\+)?(Arrow|Space|Enter|Home|End|Page|Delete)/.test(chord)
}

/** The chord of a key event, written as in commands.ts; undefined for a modifier alone and for AltGr's characters with Alt. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string | undefined {
  const { key } = event
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(key))
    return undefined
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (other || (event.altKey && (mod || key.length > 1))) return undefined
  const name = key === ' ' ? 'Space' : key
  if (mod) return `Mod+${event.shiftKey && /^([a-z]|[.,<>])$/i.test(name) ? 'Shift+' : ''}${unshifted(name)}`
  return event.shiftKey && name.length > 1 ? `Shift+${name}` : name
}

function unshifted(name: string): string {
  return name === '>' ? '.' : name === '<' ? ',' : name.length === 1 ? name.toLowerCase() : name
}
