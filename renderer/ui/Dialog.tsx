import { Dialog as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { returnFocus } from './returnFocus.ts'
import { scrollByKey } from './scrollByKey.ts'
import { useEscape } from './useEscape.ts'
import { words } from './words.ts'
import './Dialog.css'

type Props = {
  title: string
  onClose: () => void
  /** One step back within it: Escape leads there first. */
  onBack?: (() => void) | undefined
  /** Said to those who hear the dialog; shown under the title. */
  description?: ReactNode
  width?: 'narrow' | 'wide' | 'page' | 'full' | 'whole'
  children: ReactNode
}

/** Closes by Escape, by its button and by a press beside it. The focus goes back to where it was. */
export function Dialog({ title, description, onClose, onBack, width = 'narrow', children }: Props) {
  const [opener] = useState(() => document.activeElement)
  useEscape(onBack ?? onClose)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog dialog-${width}`}
          {...(description ? {} : { 'aria-describedby': undefined })}
          // Where no field asks for the focus, the dialog itself has it, and not its first button.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={(event) => returnToDialog(event, opener) || returnFocus(event)}
          onInteractOutside={stayForToasts}
          onKeyDown={(event) => scrollByKey(event, '.dialog-body')}
          // As useEscape.ts says.
          onEscapeKeyDown={(event) => event.preventDefault()}
        >
          <header className="dialog-head">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            <Radix.Close className="icon-button" aria-label={words.close}>
              <Icon name="close" />
            </Radix.Close>
          </header>
          {description && <Radix.Description className="dialog-description">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** To the button of another dialog that has opened this one, or to that dialog where the button can no longer be pressed. False where there is none. */
function returnToDialog(event: Event, opener: Element | null): boolean {
  const below = opener?.isConnected ? opener.closest<HTMLElement>('.dialog') : null
  if (!below) return false
  event.preventDefault()
  below.focus()
  if (opener instanceof HTMLElement) opener.focus()
  return true
}

/**
 * What is said meanwhile, with its Undo, lies over the dialog: a press on it is none beside the dialog. The press may come here when what was
 * said has gone already, taken out of its region as a whole.
 */
function stayForToasts(event: { readonly target: EventTarget | null; preventDefault(): void }) {
  if (event.target instanceof Element && event.target.closest('.toast')) event.preventDefault()
}
