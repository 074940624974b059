import { formatLine, type RuleLine } from '../../../preload/siteRule.ts'
import { elementsOf } from '../../extract/followRule.ts'
import { Icon } from '../../ui/Icon.tsx'
import { words } from './words.ts'

type Props = {
  site: string
  lines: readonly RuleLine[]
  /** The page that they are tried on. */
  body: HTMLElement | undefined
  onTakeBack: (line: RuleLine) => void
}

export function RuleLines({ site, lines, body, onTakeBack }: Props) {
  return (
    <div className="fix-rule">
      <h3>{words.rule(site)}</h3>
      {lines.length === 0 && <p>{words.noRule}</p>}
      <ul aria-label={words.rule(site)}>
        {lines.map((line) => (
          <li key={formatLine(line)}>
            <span className={`fix-verb fix-verb-${line.verb}`}>{words.lines[line.verb]}</span>
            <span className="fix-line">
              <code>{line.selector}</code> {line.words && words[line.words.of](line.words.text)}
            </span>
            {body && <span className="fix-places">{words.places(elementsOf(body, line).length)}</span>}
            <button
              type="button"
              className="icon-button"
              aria-label={words.takeBack(
                `${words.lines[line.verb]} ${line.selector}${line.words ? ` ${words[line.words.of](line.words.text)}` : ''}`,
              )}
              onClick={() => onTakeBack(line)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
