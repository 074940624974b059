// A button that is only an icon: its name is for those who hear it, and shown, with its key, to those who point at it.
import { Tooltip } from 'radix-ui'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Keys } from './Keys.tsx'
import { isFocusReturning } from './returnFocus.ts'
import './IconButton.css'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'name'> & {
  label: string
  shortcut?: string | undefined
  isOn?: boolean
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function IconButton({ label, shortcut, isOn, className = '', children, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={`icon-button ${className}`}
          aria-label={label}
          {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
          // Not when a press or the end of a popover put the focus here: only while one walks by the keyboard.
          onFocus={(event) => {
            if (isFocusReturning() || !event.currentTarget.matches(':focus-visible')) event.preventDefault()
          }}
          {...rest}
        >
          {children}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" side="bottom" sideOffset={6} collisionPadding={8}>
          {label}
          {shortcut && <Keys shortcut={shortcut} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
