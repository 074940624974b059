// What the reader has said of sites, as the text that it is: read, changed, taken away, handed on and taken in.
import { useState } from 'react'
import { parseRule } from '../../preload/siteRule.ts'
import { tell } from '../app/acts.ts'
import { closeLayer, openLayer } from '../app/layers.ts'
import { useQuery } from '../app/useQuery.ts'
import { keepSiteRule, siteRules } from '../library/siteRules.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { exportRule, importRule } from './ruleFiles.ts'
import { words } from './words.ts'
import './SiteRulesDialog.css'

export function SiteRulesDialog() {
  const rules = useQuery(siteRules, [])
  return (
    <Dialog title={words.rules} description={words.rulesIntro} width="wide" onClose={() => closeLayer('siteRules')}>
      <div className="dialog-body rules">
        {rules?.length === 0 && <p className="rules-none">{words.noRules}</p>}
        {rules?.map(({ site, rule }) => (
          <SiteRule key={site} site={site} rule={rule} />
        ))}
      </div>
      <div className="dialog-actions">
        <Button onClick={() => void importRule()}>{words.importRule}</Button>
      </div>
    </Dialog>
  )
}

function SiteRule({ site, rule }: { site: string; rule: string }) {
  const [written, setWritten] = useState<string>()
  const text = written ?? rule
  const { lines, wrong } = parseRule(text)
  const keep = async () => {
    if (await tell(keepSiteRule(site, text))) setWritten(undefined)
  }
  return (
    // Opened at the lower end of a small window, its text and buttons would be out of sight.
    <details
      className="rules-site"
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'nearest' })}
    >
      <summary>
        <Icon name="chevronRight" size={12} />
        <bdi>{site}</bdi>
        <span>{words.lines(lines.length)}</span>
      </summary>
      <textarea
        className="rules-text"
        dir="ltr"
        rows={Math.min(12, text.split('\n').length + 1)}
        value={text}
        aria-label={words.ruleText(site)}
        spellCheck={false}
        maxLength={100_000}
        onChange={(event) => setWritten(event.target.value)}
      />
      {wrong.length > 0 && (
        <p className="rules-wrong" role="status">
          <Icon name="warning" size={14} />
          {words.wrongLines(wrong)}
        </p>
      )}
      <div className="rules-acts">
        <Button kind="quiet" onClick={() => void tell(keepSiteRule(site, '', words.ruleDeleted(site)))}>
          {words.deleteRule}
        </Button>
        <Button kind="quiet" onClick={() => void exportRule(site, text)}>
          {words.exportRule}
        </Button>
        <Button kind="quiet" onClick={() => openLayer({ kind: 'ruleApply', site, rule })}>
          {words.applyRule}
        </Button>
        <Button kind="primary" disabled={text === rule} onClick={() => void keep()}>
          {words.keepRule}
        </Button>
      </div>
    </details>
  )
}
