import { formatNumber } from '../../preload/language.ts'
import type { DragEvent, MouseEvent, ReactNode } from 'react'
import { Icon, type IconName } from '../ui/Icon.tsx'

type Props = {
  icon?: IconName
  name: string
  count: number | undefined
  depth?: number
  isHere: boolean
  onOpen: () => void
  /** What stands before the count: the way to fold a tag. */
  extra?: ReactNode
  onMenu?: (event: MouseEvent) => void
  /** It may be dragged elsewhere. */
  onDragStart?: (event: DragEvent) => void
  /** Something of ours may be dropped here. */
  drop?: {
    readonly isOver: boolean
    onDragOver(event: DragEvent): void
    onDragLeave(): void
    onDrop(event: DragEvent): void
  }
}

export function SidebarItem({ icon, name, count, depth = 0, isHere, onOpen, extra, onMenu, onDragStart, drop }: Props) {
  return (
    <li
      className="sidebar-item"
      data-here={isHere || undefined}
      data-over={drop?.isOver || undefined}
      data-depth={Math.min(depth, 8)}
      onDragOver={drop?.onDragOver}
      onDragLeave={drop?.onDragLeave}
      onDrop={drop?.onDrop}
      onContextMenu={onMenu}
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
    >
      <button
        type="button"
        className="sidebar-open"
        aria-current={isHere ? 'page' : undefined}
        onClick={onOpen}
        title={name}
      >
        {icon && <Icon name={icon} />}
        <span className="sidebar-words">{name}</span>
        <span className="sidebar-count">{count === undefined || count === 0 ? '' : formatNumber(count)}</span>
      </button>
      {extra}
    </li>
  )
}
