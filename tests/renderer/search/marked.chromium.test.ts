// Whatever way the index finds a word, its passage is shown with it marked, in the list and in the opened article.
import { afterEach, expect, test } from 'vitest'
import { paragraphs } from '../../../renderer/extract/text.ts'
import { matchesOf } from '../../../renderer/reader/markMatches.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { markEnd, markStart, snippet } from '../../../renderer/search/snippet.ts'
import { made } from './made.ts'

afterEach(() => {
  document.body.replaceChildren()
})

/** What is asked, and a text in which brackets stand around what is to be marked. */
const kinds: readonly (readonly [kind: string, asked: string, text: string, lang?: string])[] = [
  ['the word', 'harbour', 'An old [harbour] at night.'],
  ['another case', 'HARBOUR', 'An old [harbour], a [Harbour].'],
  ['a stem', 'harbours', 'An old [harbour] at night.'],
  ['a longer form of a stem', 'connect', 'They are [connected] by many [connections].'],
  ['a German stem', 'Haus', 'Die alten [Häuser] am Hafen.', 'de'],
  ['a French plural', 'travail', 'Les [travaux] du port.', 'fr'],
  ['folded accents', 'resume', 'Your [résumé], please.'],
  ['accents that the text has not', 'résumé', 'Your [resume], please.'],
  ['letters of their own', 'strasse', 'In der [Straße] am Hafen.', 'de'],
  ['accents as marks of their own', 'cafe', 'In the [cafe\u0301] at night.'],
  ['a beginning', 'harb*', 'An old [harbour], two [harbours].'],
  ['a part of a word', '*arbo*', 'An old [harbour] at night.'],
  ['a contraction without its apostrophe', 'dont', 'They [don’t] mind.'],
  ['the same with a straight one', 'dont', "They [don't] mind."],
  ['a contraction as it is written', "don't", 'They [don’t] mind.'],
  ['a contraction written without', "don't", 'They [dont] mind.'],
  ['a single letter before the apostrophe', 'im', "Tonight [I'm] late."],
  ['a compound as one word', 'email', 'An [e-mail] came.'],
  ['a compound with another ending', 'email', 'Two [e-mails] came.'],
  ['a word as a compound', 'e-mail', 'An [email] came.'],
  ['a compound with a hyphen that does not break', 'harbourside', 'A [harbour\u2011side] inn.'],
  ['a beginning of a compound', 'harbours*', 'A [harbour-side] inn.'],
  ['a word of a compound', 'side', 'A harbour-[side] inn.'],
  ['an elided word', 'école', 'Derrière l’[école] du port.', 'fr'],
  ['the number of a name', '6050', 'Wire the MPU[6050] up.'],
  ['the letters of a name', 'mpu', 'Wire the [MPU]6050 up.'],
  ['a name whole', 'mpu6050', 'Wire the [MPU6050] up.'],
  ['a word of a name of code', 'element', 'Call get[Element]ById at once.'],
  ['the beginning of a word of such a name', 'elem*', 'Call get[Element]ById at once.'],
  ['a phrase that ends in a part of a name', '"the 6050"', 'Wire [the MPU6050] up.'],
  ['a phrase', '"old harbour"', 'An [old, harbour] at night.'],
  ['a phrase that ends in a contraction', '"they dont"', 'Mostly [they don’t] mind.'],
  ['a phrase that is being written', '"old harb', 'An [old harbour] at night.'],
  ['two Chinese characters', '東京', '夜の[東京]の港。', 'ja'],
  ['three Chinese characters', '东京塔', '昨天看了[东京塔]。', 'zh'],
  ['a Thai word', 'เมือง', 'นี่คือ[เมือง]เก่า', 'th'],
  ['half-width kana', 'ランプ', '港の[ﾗﾝﾌﾟ]。', 'ja'],
  ['kana asked for in half width', 'ﾗﾝﾌﾟ', '港の[ランプ]。', 'ja'],
  ['letters in full width', 'lamp', 'A [ＬＡＭＰ] at night.'],
  ['a Korean word with its particle', '항구', '오래된 [항구에서] 밤.', 'ko'],
  ['an e-mail address', 'ada@quay.example', 'Write to [ada@quay.example] at once.'],
  ['a part of an e-mail address', 'ada', 'Write to [ada]@quay.example at once.'],
  ['an address', 'quay.example/port', 'See https://[quay.example/port] at once.'],
  ['a part of an address', 'port', 'See https://quay.example/[port]?x=1 at once.'],
  ['a soft hyphen', 'harbour', 'An old [har\u00adbour] at night.'],
  ['an ordinal and a fraction', '1', 'About [1] of ½ of them.'],
]

const cases = kinds.map(([kind, asked, marked, lang = 'en']) => ({ kind, asked, marked, lang }))

test.each(cases)('$kind is found, and marked in the passage and in the article', async ({ asked, marked, lang }) => {
  const text = marked.replace(/[[\]]/g, '')
  const index = await SearchIndex.open(memoryStore())
  const article = made({ title: '', url: '', lang, text })
  // What is found is not found because there is nothing else.
  await index.put([article, made({ title: '', url: '', lang, text: 'Nothing of note.' })])
  const query = parseQuery(asked, { typing: asked.startsWith('"') && !asked.endsWith('"') })
  if (!query.ok) throw new Error(asked)
  const { hits, sought } = index.search(query.value, { limit: 10, offset: 0 }, 0)
  expect(hits.map(({ id }) => id)).toEqual([article.article.id])
  expect(snippet(text, sought).replaceAll(markStart, '[').replaceAll(markEnd, ']')).toBe(marked)

  const paragraph = document.createElement('p')
  // In two nodes, as where a part of it is emphasised.
  paragraph.append(text.slice(0, 3), document.createElement('em'))
  paragraph.lastElementChild?.append(text.slice(3))
  document.body.append(paragraph)
  const marks = sought.map(({ mark }) => mark)
  const ranges = matchesOf(paragraphs(document.body).list, marks)
  expect(ranges.map(String)).toEqual([...marked.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => inside))
})
