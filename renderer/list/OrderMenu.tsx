import { DropdownMenu } from 'radix-ui'
import { Icon } from '../ui/Icon.tsx'
import { words } from './words.ts'
import '../ui/Menu.css'

type Props<Order extends string> = {
  order: Order
  orders: readonly Order[]
  wordsFor: (order: Order) => string
  onChoose: (order: Order) => void
}

export function OrderMenu<Order extends string>({ order, orders, wordsFor, onChoose }: Props<Order>) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="list-order" aria-label={`${words.sort}: ${wordsFor(order)}`}>
        {wordsFor(order)}
        <Icon name="chevron" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {/* What is chosen is one of those offered. */}
          <DropdownMenu.RadioGroup value={order} onValueChange={(next) => onChoose(next as Order)}>
            {orders.map((each) => (
              <DropdownMenu.RadioItem key={each} value={each} className="menu-item">
                <span className="menu-mark">{each === order && <Icon name="check" size={14} />}</span>
                {wordsFor(each)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
