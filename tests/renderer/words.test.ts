import { afterEach, expect, it } from 'vitest'
import { speak } from '../../preload/language.ts'
import { words as app } from '../../renderer/app/words.ts'
import { actWords } from '../../renderer/library/actWords.ts'
import { words as list } from '../../renderer/list/words.ts'
import { words as panel } from '../../renderer/reader/panel/words.ts'
import { words as versions } from '../../renderer/reader/versions/words.ts'
import { words as settings } from '../../renderer/settings/words.ts'

afterEach(() => speak('en'))

it('speaks of one as of one', () => {
  expect(settings.trashText(1)).toBe('1 article in the Trash. It is kept until you empty it.')
  expect(versions.images(1, 1)).toBe('1 of 1 image')
  speak('de')
  expect(app.savingPaused(1)).toBe('Angehalten, 1 Link wartet')
  expect(app.savingPaused(2)).toBe('Angehalten, 2 Links warten')
  expect(list.whyRarity(1)).toBe('in 1 Artikel: je seltener, desto mehr zählt es')
  expect(list.whyRarity(2)).toBe('in 2 Artikeln: je seltener, desto mehr zählt es')
  expect(settings.trashText(1)).toBe('1 Artikel im Papierkorb. Er bleibt, bis Sie ihn leeren.')
  expect(versions.images(1, 1)).toBe('1 von 1 Bild')
  expect(versions.images(1, 2)).toBe('1 von 2 Bildern')
})

it('says what was done in a sentence of its language, of one article and of several', () => {
  const moved = (article: string) => ({ act: 'moved', article, place: 'archive' }) as const
  const untagged = (article: string) => ({ act: 'untagged', article, tag: 'Häfen' }) as const
  expect(actWords([moved('a'), moved('b')])).toBe('Moved 2 articles to Archive')
  speak('de')
  expect(actWords([moved('a')])).toBe('Ins Archiv verschoben')
  expect(actWords([moved('a'), moved('b')])).toBe('2 Artikel ins Archiv verschoben')
  expect(actWords([untagged('a'), untagged('b')])).toBe('Schlagwort Häfen von 2 Artikeln entfernt')
})

it('writes numbers as the language does', () => {
  expect([panel.imageCount(1_200, 1_200), versions.images(1_200, 1_300)]).toEqual(['1,200', '1,200 of 1,300 images'])
  speak('de')
  expect([panel.imageCount(1_200, 1_200), versions.images(1_200, 1_300)]).toEqual(['1.200', '1.200 von 1.300 Bildern'])
})

it('says of two versions what went and what came, and nothing of what did not', () => {
  expect(versions.changed('1 word', '5 words')).toBe('1 word went, 5 words came.')
  expect(versions.changed(undefined, '5 words')).toBe('5 words came.')
  expect(versions.changed('1 word', undefined)).toBe('1 word went.')
  speak('de')
  expect(versions.changed(undefined, '5 Wörter')).toBe('Neu: 5 Wörter.')
})
