import { commands, groups } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { groupWords, words } from './words.ts'

/** Every key there is, from the same table that the keys themselves come from. */
export function ShortcutsDialog() {
  return (
    <Dialog title={words.shortcuts} width="full" onClose={() => closeLayer('shortcuts')}>
      <div className="dialog-body shortcuts" tabIndex={0}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{groupWords[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.words}</dt>
                    <dd>
                      {command.keys.map((key) => (
                        <Keys key={key} shortcut={key} />
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
