import { expect, test } from 'vitest'
import { most, unitOf } from '../../../../renderer/search/segments/fields.ts'
import { collecting, Postings, PostingsWriter } from '../../../../renderer/search/segments/postings.ts'
import { newSeed, randomFrom } from '../../../random.ts'

test('reads of rare and of frequent words what was written of them', () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const read = new Postings()
  for (let round = 0; round < 300; round++) {
    const articlesInSegment = 1 + random.below(3_000)
    const share = random.pick([0.002, 0.03, 0.07, 0.3, 1])
    const articles = Array.from({ length: articlesInSegment }, (_, article) => article).filter(
      () => random.next() < share,
    )
    const counts = articles.map(() => {
      const inText = random.below(random.pick([2, 8, 200, most.text]))
      const inTitle = random.below(4) === 0 ? random.below(most.title + 1) : 0
      const inAbout = random.below(8) === 0 ? random.below(most.about + 1) : 0
      return Math.max(1, inText + inTitle * unitOf('title') + inAbout * unitOf('about'))
    })
    const writer = new PostingsWriter()
    writer.begin()
    for (const [at, article] of articles.entries()) writer.article(article, counts[at]!)
    const bytes: number[] = [7, 7, 7]
    const { postings } = writer.finish((piece) => bytes.push(...piece))
    const bits = new Uint32Array((articlesInSegment + 31) >> 5)
    const decode = () => read.decode(Uint8Array.from(bytes), 3, 3 + postings, articles.length, articlesInSegment)
    collecting(bits, decode)
    decode() // and now for nobody
    const why = `seed ${seed}, round ${round}`
    expect([...read.articles.subarray(0, read.count)], why).toEqual(articles)
    expect([...read.counts.subarray(0, read.count)], why).toEqual(counts)
    const isSet = (article: number) => ((bits[article >> 5]! >>> (article & 31)) & 1) === 1
    expect(Array.from({ length: bits.length * 32 }, (_, article) => article).filter(isSet), why).toEqual(articles)
  }
})

test('refuses postings that end elsewhere than was noted', () => {
  const writer = new PostingsWriter()
  writer.begin()
  for (let article = 0; article < 200; article++) writer.article(article * 2, 1)
  const bytes: number[] = []
  const { postings } = writer.finish((piece) => bytes.push(...piece))
  const decode = (end: number, count: number) => () => new Postings().decode(Uint8Array.from(bytes), 0, end, count, 400)
  expect(decode(postings - 1, 200)).toThrow('another length')
  expect(decode(postings, 190)).toThrow('another length')
  expect(() => new Postings().decode(Uint8Array.from(bytes), 0, postings, 200, 398)).toThrow('not there')
})
