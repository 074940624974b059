import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import './Button.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one thing to do here. `quiet`: words only, until pointed at. */
  kind?: 'primary' | 'plain' | 'quiet'
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function Button({ kind = 'plain', className = '', children, ...rest }: Props) {
  return (
    <button type="button" className={`button button-${kind} ${className}`} {...rest}>
      {children}
    </button>
  )
}
