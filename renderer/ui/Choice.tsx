import { ToggleGroup } from 'radix-ui'
import './Choice.css'

type Props<T extends string> = {
  label: string
  value: T
  options: readonly { readonly value: T; readonly words: string }[]
  onChange: (value: T) => void
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <div className="choice">
      <span>{label}</span>
      <ToggleGroup.Root
        type="single"
        className="choice-set"
        aria-label={label}
        value={value}
        onValueChange={(next) => {
          const option = options.find((each) => each.value === next)
          if (option) onChange(option.value)
        }}
      >
        {options.map((option) => (
          <ToggleGroup.Item key={option.value} value={option.value}>
            {option.words}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  )
}
