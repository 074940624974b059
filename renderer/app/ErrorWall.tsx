import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Logo } from '../ui/Logo.tsx'
import { words } from './words.ts'

/** A mistake of ours while drawing: says what is safe, and draws everything anew when asked to. */
export class ErrorWall extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error('The window could not be drawn.', error, info.componentStack)
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <div className="begin" role="alert">
        <Logo size={40} />
        <h2>{words.broken}</h2>
        <p>{words.brokenSafe}</p>
        <div className="begin-ways">
          <Button kind="primary" onClick={() => this.setState({ isBroken: false })}>
            {words.reopen}
          </Button>
        </div>
      </div>
    )
  }
}
