// While the text is read aloud: pause, one sentence back or on, the speed. Where the system has no voice, how to get one.
import { useEffect } from 'react'
import { appInfo, appSettings } from '../../app/appSettings.ts'
import { shortcutOf } from '../../app/commands.ts'
import { focusReader } from '../../app/readerHandle.ts'
import { selection } from '../../app/selection.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { useStore } from '../../ui/useStore.ts'
import { aloud, rates, setRate, skip, stopAloud, toggleAloud } from './aloud.ts'
import { words } from './words.ts'
import './AloudBar.css'

export function AloudBar() {
  const { state } = useStore(aloud)
  const rate = useStore(appSettings, (now) => now.aloudRate)
  const platform = useStore(appInfo, (info) => info?.platform)
  useEffect(() => {
    if (state !== 'off') return giveKeysToText
  }, [state])
  if (state === 'off') return null
  if (state === 'no-voice') {
    return (
      <div className="aloud aloud-none" role="alert">
        <p>
          <b>{words.noVoice}</b>
          {platform === 'win32' ? words.onWindows : platform === 'darwin' ? words.onMac : words.onLinux}
        </p>
        <IconButton label={words.close} onClick={stopAloud}>
          <Icon name="close" />
        </IconButton>
      </div>
    )
  }
  return (
    <div className="aloud" role="toolbar" aria-label={words.aloud}>
      <IconButton label={words.back} onClick={() => skip(-1)}>
        <Icon name="back" />
      </IconButton>
      <IconButton
        label={state === 'speaking' ? words.pause : words.goOn}
        shortcut={shortcutOf('aloud.toggle')}
        onClick={() => void toggleAloud()}
      >
        <Icon name={state === 'speaking' ? 'pause' : 'play'} filled />
      </IconButton>
      <IconButton label={words.on} onClick={() => skip(1)}>
        <Icon name="chevronRight" />
      </IconButton>
      <Picker aria-label={words.speed} value={rate} onChange={(event) => setRate(Number(event.target.value))}>
        {rates.map((each) => (
          <option key={each} value={each}>
            {words.times(each)}
          </option>
        ))}
      </Picker>
      <IconButton label={words.stop} onClick={stopAloud}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}

/** Whatever ends the reading, its own end too: what of the bar had the keys has gone with it. */
function giveKeysToText() {
  const isOver = aloud.get().state === 'off' && selection.get().open !== undefined
  if (isOver && document.activeElement === document.body) focusReader({ isComing: false })
}
