import { DropdownMenu } from 'radix-ui'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { Icon } from '../../ui/Icon.tsx'
import { copyHighlights, saveHighlights } from './exportHighlights.ts'
import { words } from './words.ts'
import '../../ui/Menu.css'

/** Takes out what is shown, filtered as it is. */
export function ExportMenu({ highlights }: { highlights: readonly HighlightWithArticle[] }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="list-order" disabled={highlights.length === 0}>
        {words.export}
        <Icon name="chevron" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.Item className="menu-item" onSelect={() => void saveHighlights(highlights, 'markdown')}>
            {words.asMarkdown}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => void saveHighlights(highlights, 'annotations')}>
            {words.asAnnotations}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={() => void copyHighlights(highlights)}>
            {words.copyMarkdown}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
