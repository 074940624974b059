import { useId, useRef, type ReactNode } from 'react'
import { listId } from '../app/searchField.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useListFocus } from './useListFocus.ts'

type Props = {
  icon: IconName
  title: string
  text?: string | undefined
  /** Said when it comes, whoever has the focus: one is typing. */
  isStatus?: boolean
  children?: ReactNode
}

/** In the place of the list, with its keys: why nothing is listed, and what to do. */
export function NothingListed({ icon, title, text, isStatus = false, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const id = useId()
  useListFocus(place)
  return (
    <div
      ref={place}
      id={listId}
      className="list-empty"
      role={isStatus ? 'status' : 'group'}
      aria-labelledby={`${id}-title`}
      {...(text === undefined ? {} : { 'aria-describedby': `${id}-text` })}
      tabIndex={-1}
    >
      <Icon name={icon} size={26} />
      <h2 id={`${id}-title`}>{title}</h2>
      {text !== undefined && <p id={`${id}-text`}>{text}</p>}
      {children}
    </div>
  )
}
