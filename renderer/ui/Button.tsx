import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ButtonHTMLAttributes,
  type ReactNode,
  type Ref,
} from 'react'
import './Button.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one thing to do here. `quiet`: words only, until pointed at. */
  kind?: 'primary' | 'plain' | 'quiet'
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function Button({ kind = 'plain', className = '', disabled, ref, children, ...rest }: Props) {
  const own = useRef<HTMLButtonElement>(null)
  useImperativeHandle(ref, () => own.current!, [])
  useLayoutEffect(() => {
    // What cannot be pressed any more loses the keys; in a dialog they would be nowhere.
    if (disabled && document.activeElement === own.current) own.current?.closest<HTMLElement>('.dialog')?.focus()
  }, [disabled])
  return (
    <button ref={own} disabled={disabled} type="button" className={`button button-${kind} ${className}`} {...rest}>
      {children}
    </button>
  )
}
