import { Icon } from '../ui/Icon.tsx'
import { passFocus } from '../ui/passFocus.ts'

type Props = {
  hosts: readonly string[]
  /** What the button beside a host is called. */
  label: (host: string) => string
  onRemove: (host: string) => void
}

export function HostList({ hosts, label, onRemove }: Props) {
  return (
    <ul className="settings-hosts">
      {hosts.map((host) => (
        <li key={host}>
          <code>{host}</code>
          <button
            type="button"
            className="icon-button"
            aria-label={label(host)}
            onClick={({ currentTarget }) => {
              passFocus(currentTarget)
              onRemove(host)
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  )
}
