import { Switch } from 'radix-ui'
import type { ReactNode } from 'react'
import { languages } from '../../preload/language.ts'
import { sayDone } from '../app/acts.ts'
import { appInfo, appSettings, changeSettings, hasTray } from '../app/appSettings.ts'
import { forgetSignIn } from '../app/articleCommands.ts'
import { browserButtonName, startButtonDrag } from '../app/browserButton.ts'
import { runCommand } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { forgetSearches, keepSearches } from '../app/searchHistory.ts'
import { say } from '../app/toasts.ts'
import { useQuery } from '../app/useQuery.ts'
import { viewCounts } from '../library/articles.ts'
import { siteRules } from '../library/siteRules.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useStore } from '../ui/useStore.ts'
import { DiskUse } from './DiskUse.tsx'
import { HostList } from './HostList.tsx'
import { words } from './words.ts'
import './SettingsDialog.css'

const themeChoices = ['system', 'paper', 'sepia', 'dusk', 'ink'] as const
const languageChoices = ['system', ...languages] as const
const densities = ['comfortable', 'compact'] as const

export function SettingsDialog() {
  const settings = useStore(appSettings)
  const info = useStore(appInfo)
  const isWithoutTray = useStore(hasTray) === false
  const rules = useQuery(siteRules, [])
  const trash = useQuery(viewCounts, [])?.trash
  return (
    <Dialog title={words.settings} width="wide" onClose={() => closeLayer('settings')}>
      <div className="dialog-body settings">
        <Part title={words.library}>
          <p>{words.libraryText}</p>
          <div className="settings-folder">
            <code dir="ltr">{info?.vaultPath}</code>
            <Button onClick={() => runCommand('vault.open')}>{words.openFolder}</Button>
          </div>
        </Part>
        <Part title={words.looks}>
          <Choice
            label={words.theme}
            value={settings.theme}
            options={themeChoices.map((value) => ({ value, words: words.themes[value] }))}
            onChange={(theme) => changeSettings({ theme })}
          />
          <Choice
            label={words.density}
            value={settings.density}
            options={densities.map((value) => ({ value, words: words.densities[value] }))}
            onChange={(density) => changeSettings({ density })}
          />
          <Choice
            label={words.language}
            value={
              settings.language in words.languages ? (settings.language as (typeof languageChoices)[number]) : 'system'
            }
            options={languageChoices.map((value) => ({ value, words: words.languages[value] }))}
            onChange={(language) => changeSettings({ language })}
          />
        </Part>
        <Part title={words.keys}>
          <label className="settings-line">
            <span>
              {words.singleKeys}
              <small>{words.singleKeysText}</small>
            </span>
            <Switch.Root
              className="switch"
              checked={settings.singleKeyShortcuts}
              onCheckedChange={(singleKeyShortcuts) => changeSettings({ singleKeyShortcuts })}
            >
              <Switch.Thumb className="switch-thumb" />
            </Switch.Root>
          </label>
          <div>
            <Button onClick={() => runCommand('shortcuts')}>{words.showKeys}</Button>
          </div>
        </Part>
        <Part title={words.tray}>
          <label className="settings-line">
            <span>
              {words.trayIcon}
              <small>{isWithoutTray ? words.noTray : words.trayText}</small>
            </span>
            <Switch.Root
              className="switch"
              checked={settings.tray && !isWithoutTray}
              disabled={isWithoutTray}
              onCheckedChange={(tray) => changeSettings({ tray })}
            >
              <Switch.Thumb className="switch-thumb" />
            </Switch.Root>
          </label>
        </Part>
        <Part title={words.browser}>
          <div className="settings-line">
            <span className="settings-plain">{words.browserText}</span>
            <Button draggable onDragStart={startButtonDrag} onClick={() => runCommand('browser.button')}>
              {browserButtonName}
            </Button>
          </div>
        </Part>
        <Part title={words.search}>
          <label className="settings-line">
            <span>
              {words.keepSearches}
              <small>{words.keepSearchesText}</small>
            </span>
            <Switch.Root className="switch" checked={settings.keepSearches} onCheckedChange={keepSearches}>
              <Switch.Thumb className="switch-thumb" />
            </Switch.Root>
          </label>
          <div>
            <Button disabled={settings.searches.length === 0} onClick={forgetSearches}>
              {words.forgetSearches}
            </Button>
          </div>
        </Part>
        <Part title={words.addresses}>
          <p>{settings.allowedPrivate.length > 0 ? words.addressesText : words.noAddresses}</p>
          <HostList hosts={settings.allowedPrivate} label={words.remove} onRemove={removeHost} />
        </Part>
        <Part title={words.storage}>
          <DiskUse />
        </Part>
        <Part title={words.trash}>
          <div className="settings-line">
            <span className="settings-plain">{words.trashText(trash ?? 0)}</span>
            <Button disabled={!trash} onClick={() => runCommand('trash.empty')}>
              {words.emptyTrash}
            </Button>
          </div>
        </Part>
        <Part title={words.index}>
          <div className="settings-line">
            <span className="settings-plain">{words.indexText}</span>
            <Button onClick={() => runCommand('library.rebuild')}>{words.rebuild}</Button>
          </div>
        </Part>
        <Part title={words.rules}>
          <div className="settings-line">
            <span className="settings-plain">{words.rulesText(rules?.length ?? 0)}</span>
            <Button onClick={() => runCommand('rules')}>{words.openRules}</Button>
          </div>
        </Part>
        <Part title={words.sites}>
          <p>{settings.signedInSites.length > 0 ? words.sitesText : words.noSites}</p>
          <HostList hosts={settings.signedInSites} label={words.forget} onRemove={(site) => void leaveSite(site)} />
        </Part>
        <Part title="Offprint">
          <div className="settings-line">
            <span className="settings-plain">{info && words.version(info.version)}</span>
            <Button onClick={() => runCommand('about')}>{words.about}</Button>
          </div>
        </Part>
      </div>
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-part">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  )
}

function removeHost(host: string) {
  const { allowedPrivate: before } = appSettings.get()
  changeSettings({ allowedPrivate: before.filter((other) => other !== host) })
  sayDone(words.removed(host), () => {
    const now = appSettings.get().allowedPrivate
    const later = now.filter((other) => !before.includes(other))
    changeSettings({ allowedPrivate: [...before.filter((one) => one === host || now.includes(one)), ...later] })
  })
}

async function leaveSite(site: string) {
  if ((await forgetSignIn(site)) !== undefined) say(words.signedOut(site))
}
