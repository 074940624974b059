import { RadioGroup, Slider, Switch } from 'radix-ui'
import { useState } from 'react'
import type { Settings } from '../../preload/contract.ts'
import { formatNumber, localeTag } from '../../preload/language.ts'
import { appSettings, changeSettings, themeOf, themes } from '../app/appSettings.ts'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import './Appearance.css'

const faces = ['literata', 'source-serif', 'atkinson', 'inter'] as const

/** How the text looks: at once, and remembered. */
export function Appearance() {
  const settings = useStore(appSettings)
  const [isChoosing, setChoosing] = useState(false)
  return (
    <div className="looks">
      <Themes settings={settings} />
      <Toggle label={words.followSystem} isOn={settings.theme === 'system'} onChange={followSystem} />
      <button
        type="button"
        className="looks-line looks-font"
        aria-expanded={isChoosing}
        onClick={() => setChoosing(!isChoosing)}
      >
        <span style={{ fontFamily: `var(--font-${settings.font})` }}>{words.fonts[settings.font]}</span>
        <span>{words.change}</span>
      </button>
      {isChoosing && (
        <RadioGroup.Root
          className="looks-faces"
          aria-label={words.font}
          value={settings.font}
          onValueChange={(next) => {
            const font = faces.find((face) => face === next)
            if (font) changeSettings({ font })
          }}
        >
          {faces.map((face) => (
            <RadioGroup.Item key={face} value={face} style={{ fontFamily: `var(--font-${face})` }}>
              {words.fonts[face]}
              {settings.font === face && <Icon name="check" size={14} />}
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      )}
      <Range
        label={words.size}
        shown={formatNumber(Math.round(settings.fontSizePx * 10) / 10)}
        value={settings.fontSizePx}
        from={13}
        to={30}
        step={0.5}
        onChange={(fontSizePx) => changeSettings({ fontSizePx })}
      />
      <Range
        label={words.lineHeight}
        shown={settings.lineHeight.toLocaleString(localeTag(), { minimumFractionDigits: 2 })}
        value={settings.lineHeight}
        from={1.2}
        to={2.2}
        step={0.02}
        onChange={(lineHeight) => changeSettings({ lineHeight: Math.round(lineHeight * 100) / 100 })}
      />
      <Range
        label={words.measure}
        shown={words.measureOf(settings.measureCh)}
        value={settings.measureCh}
        from={38}
        to={78}
        step={1}
        onChange={(measureCh) => changeSettings({ measureCh })}
      />
      <Toggle label={words.justify} isOn={settings.justify} onChange={(justify) => changeSettings({ justify })} />
    </div>
  )
}

function Themes({ settings }: { settings: Settings }) {
  const now = themeOf(settings)
  return (
    <RadioGroup.Root
      className="looks-themes"
      aria-label={words.theme}
      orientation="horizontal"
      value={now}
      onValueChange={(next) => {
        const theme = themes.find((each) => each === next)
        if (theme) changeSettings({ theme })
      }}
    >
      {themes.map((theme) => (
        <RadioGroup.Item key={theme} value={theme} aria-label={words.themes[theme]} title={words.themes[theme]}>
          <span data-theme={theme}>a</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}

function followSystem(isOn: boolean) {
  changeSettings({ theme: isOn ? 'system' : themeOf(appSettings.get()) })
}

type RangeProps = {
  label: string
  shown: string
  value: number
  from: number
  to: number
  step: number
  onChange: (value: number) => void
}

function Range({ label, shown, value, from, to, step, onChange }: RangeProps) {
  return (
    <div>
      <div className="looks-line">
        <span>{label}</span>
        <span className="looks-value">{shown}</span>
      </div>
      <Slider.Root
        className="slider"
        value={[value]}
        min={from}
        max={to}
        step={step}
        onValueChange={([next]) => next !== undefined && onChange(next)}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        <Slider.Thumb className="slider-thumb" aria-label={label} aria-valuetext={shown} />
      </Slider.Root>
    </div>
  )
}

function Toggle({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="looks-line">
      <span>{label}</span>
      <Switch.Root className="switch" checked={isOn} onCheckedChange={onChange}>
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </label>
  )
}
