import type { SelectHTMLAttributes } from 'react'
import { Icon } from './Icon.tsx'
import './Picker.css'

/** One of a few, as the system lets one choose, with our own arrow beside it. */
export function Picker({ children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className="picker">
      <select {...rest}>{children}</select>
      <Icon name="chevron" size={12} />
    </span>
  )
}
