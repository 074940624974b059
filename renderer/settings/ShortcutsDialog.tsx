import { Fragment } from 'react'
import { commands, groups } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { orWord } from '../ui/keyWords.ts'
import { chosenKeyWords, groupWords, words } from './words.ts'

/** Every key there is, from the same table that the keys themselves come from; then those that mean something else while a passage is chosen. */
export function ShortcutsDialog() {
  const ofGroups = groups.map((group) => ({
    name: groupWords[group],
    entries: commands
      .filter((command) => command.group === group && command.keys.length > 0)
      .map((command) => ({ words: command.words, keys: command.keys })),
  }))
  const all = [...ofGroups, { name: words.whileChosen, entries: chosenKeys.map(said) }]
  return (
    <Dialog title={words.shortcuts} width="full" onClose={() => closeLayer('shortcuts')}>
      <div className="dialog-body shortcuts" tabIndex={0}>
        {all.map(({ name, entries }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {entries.map((entry) => (
                <div key={entry.words}>
                  <dt>{entry.words}</dt>
                  <dd>
                    {entry.keys.map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 && <span className="shortcuts-or">{orWord()}</span>}
                        <Keys shortcut={key} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** As reader/highlights/chosenCommands.ts takes them. */
const chosenKeys = [
  { id: 'more', keys: ['ArrowDown', 'ArrowRight'] },
  { id: 'less', keys: ['ArrowUp', 'ArrowLeft'] },
  { id: 'yellow', keys: ['1'] },
  { id: 'green', keys: ['2'] },
  { id: 'blue', keys: ['3'] },
  { id: 'rose', keys: ['4'] },
  { id: 'remove', keys: ['Delete'] },
] as const

const said = ({ id, keys }: (typeof chosenKeys)[number]) => ({ words: chosenKeyWords[id], keys })
