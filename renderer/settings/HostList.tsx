import { Icon } from '../ui/Icon.tsx'

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

/** The button is about to go with its line: the next line has the keys then, or the one before. */
function passFocus(button: HTMLElement) {
  const line = button.closest('li')
  const beside = line?.nextElementSibling ?? line?.previousElementSibling
  beside?.querySelector('button')?.focus()
}
