import { expect, test } from 'vitest'
import { folded, foldedStart } from '../../../renderer/extract/folded.ts'

test('the start of a folded text is the start of what folding all of it gives', () => {
  const pieces = ['Ada', 'ΣΟΦΟΣ', 'Σ.', 'İz', '…—', '  ', '日本', 'e\u0301', '👩‍💻', '𝔄bc', "it's", 'ß', '12.5', '\ud83d']
  for (let seed = 1; seed <= 2_000; seed++) {
    let at = seed
    const next = (below: number) => (at = (at * 48_271) % 2_147_483_647) % below
    const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join(next(2) ? ' ' : '')
    const characters = next(70)
    expect(foldedStart(text, characters), `seed ${seed}: ${text}`).toBe(folded(text).slice(0, characters))
  }
})
