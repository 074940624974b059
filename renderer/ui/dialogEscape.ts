import { createContext } from 'react'

/** What Escape does in the dialog around: what a button there shows of its name closes with it, and is no step of its own. */
export const dialogEscape = createContext<(() => void) | undefined>(undefined)
