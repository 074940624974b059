import { focusReader, readerHandle } from '../../app/readerHandle.ts'
import { useStore } from '../../ui/useStore.ts'
import { contents, goToHeading } from './contents.ts'
import { words } from './words.ts'

export function Contents() {
  const { headings, at } = useStore(contents)
  if (headings.length === 0) return <p className="panel-empty">{words.noHeadings}</p>
  return (
    <ol className="panel-contents">
      {headings.map((heading, index) => (
        <li key={index} data-level={Math.min(3, heading.level)}>
          <button
            type="button"
            dir="auto"
            {...(index === at ? { 'aria-current': 'location' as const } : {})}
            onClick={() => {
              readerHandle.get()?.show('article')
              goToHeading(heading)
              focusReader({ isComing: false })
            }}
          >
            {heading.words}
          </button>
        </li>
      ))}
    </ol>
  )
}
