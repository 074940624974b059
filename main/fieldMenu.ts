// The menu of the system in text fields, and on words that are selected outside the text. Spelling is off: dictionaries come from a host outside.
import { Menu, type WebContents } from 'electron'
import { words } from './words.ts'

/** Wherever the window has no menu of its own for what is pointed at. */
export function offerFieldMenu(contents: WebContents) {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const { menu } = words
    if (isEditable) {
      return Menu.buildFromTemplate([
        { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
        { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
        { type: 'separator' },
        { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
        { role: 'copy', label: menu.copy, enabled: editFlags.canCopy },
        { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
        { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
      ]).popup()
    }
    if (selectionText.trim() !== '') Menu.buildFromTemplate([{ role: 'copy', label: menu.copy }]).popup()
  })
}
