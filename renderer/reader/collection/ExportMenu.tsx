import { DropdownMenu } from 'radix-ui'
import { askOrSay } from '../../app/bridge.ts'
import { say } from '../../app/toasts.ts'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { Icon } from '../../ui/Icon.tsx'
import { highlightsToAnnotations } from './highlightsToAnnotations.ts'
import { highlightsToMarkdown } from './highlightsToMarkdown.ts'
import { words } from './words.ts'
import '../../ui/Menu.css'

/** Takes out what is shown, filtered as it is. */
export function ExportMenu({ highlights }: { highlights: readonly HighlightWithArticle[] }) {
  const save = async (name: string, text: string) => {
    const saved = await askOrSay('file.save', name, text)
    if (saved !== undefined && saved !== null) say(words.saved(saved))
  }
  const copy = async () => {
    if ((await askOrSay('clipboard.write', highlightsToMarkdown(highlights))) !== undefined) say(words.copied)
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="list-order" disabled={highlights.length === 0}>
        {words.export}
        <Icon name="chevron" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => void save('Highlights.md', highlightsToMarkdown(highlights))}
          >
            {words.asMarkdown}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => void save('Highlights.json', highlightsToAnnotations(highlights))}
          >
            {words.asAnnotations}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={() => void copy()}>
            {words.copyMarkdown}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
