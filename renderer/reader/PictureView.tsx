// One picture of the article, as large as the window allows; the arrow keys go to the next, in the direction in which the article is read.
import { Dialog as Radix } from 'radix-ui'
import { useState, type KeyboardEvent } from 'react'
import { direction, spokenLanguage } from '../../preload/language.ts'
import { closeLayer, type Picture } from '../app/layers.ts'
import { arrowStep } from '../ui/arrowStep.ts'
import { Icon } from '../ui/Icon.tsx'
import { returnFocus } from '../ui/returnFocus.ts'
import { returnToPicture } from './listenForPictures.ts'
import { words } from './words.ts'
import './PictureView.css'

type Props = { readonly pictures: readonly Picture[]; readonly at: number; readonly dir: 'ltr' | 'rtl' }

export function PictureView({ pictures, at: first, dir }: Props) {
  const [at, setAt] = useState(first)
  const picture = pictures[at]
  const go = (by: number) => setAt(Math.max(0, Math.min(pictures.length - 1, at + by)))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ' ': 1, ArrowUp: -1 }[event.key] ?? arrowStep(event.key, dir)
    if (by === undefined || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    go(by)
  }
  if (!picture) return null
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && closeLayer('picture')}>
      <Radix.Portal>
        <Radix.Overlay className="picture-veil" />
        <Radix.Content
          className="picture"
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onClick={(event) => event.target === event.currentTarget && closeLayer('picture')}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={(event) => (returnToPicture(at) ? event.preventDefault() : returnFocus(event))}
        >
          <Radix.Title className="unseen">{picture.alt || words.picture}</Radix.Title>
          <img src={picture.address} alt={picture.alt} onClick={() => closeLayer('picture')} />
          {picture.caption && (
            <p className="picture-caption" dir="auto">
              {picture.caption}
            </p>
          )}
          <div className="picture-tools">
            {pictures.length > 1 && (
              // Not disabled: at the end the keys would be nowhere.
              <div className="picture-ways" dir={dir}>
                <button
                  type="button"
                  aria-label={words.previousPicture}
                  aria-disabled={at === 0}
                  onClick={() => go(-1)}
                >
                  <Icon name="back" />
                </button>
                <span role="status" dir={direction(spokenLanguage())}>
                  {words.pictureOf(at + 1, pictures.length)}
                </span>
                <button
                  type="button"
                  aria-label={words.nextPicture}
                  aria-disabled={at === pictures.length - 1}
                  onClick={() => go(1)}
                >
                  <Icon name="chevronRight" />
                </button>
              </div>
            )}
            <Radix.Close aria-label={words.closePicture}>
              <Icon name="close" />
            </Radix.Close>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
