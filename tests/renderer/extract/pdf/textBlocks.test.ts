import { describe, expect, it } from 'vitest'
import { textBlocks, type Piece } from '../../../../renderer/extract/pdf/textBlocks.ts'

/** A line of type, `y` points from the bottom. */
const line = (text: string, y: number, { x = 72, height = 10, width = text.length * 5 } = {}): Piece => ({
  text,
  x,
  y,
  width,
  height,
  endsLine: true,
})

describe('the words of a PDF', () => {
  it('are paragraphs again where lines follow each other, and headings where they are larger', () => {
    const blocks = textBlocks([
      [
        line('The harbour report', 720, { height: 20 }),
        line('The council met on the quay, because the hall was', 690),
        line('being painted, and voted in the wind, and nobody', 678),
        line('counted twice.', 666),
        line('A second paragraph begins below a wider gap, as is', 640),
        line('usual.', 628),
      ],
    ])
    expect(blocks).toEqual([
      { kind: 'heading', text: 'The harbour report' },
      {
        kind: 'paragraph',
        text: 'The council met on the quay, because the hall was being painted, and voted in the wind, and nobody counted twice.',
      },
      { kind: 'paragraph', text: 'A second paragraph begins below a wider gap, as is usual.' },
    ])
  })

  it('are whole words again that were divided at the end of a line, and separate ones that do not touch', () => {
    const pieces: Piece[] = [
      { ...line('The light-', 700), endsLine: true },
      { text: 'house', x: 72, y: 688, width: 25, height: 10, endsLine: false },
      { text: 'keeper', x: 102, y: 688, width: 30, height: 10, endsLine: false },
      { text: 's', x: 132, y: 688, width: 5, height: 10, endsLine: true },
    ]
    expect(textBlocks([pieces])[0]?.text).toBe('The lighthouse keepers')
  })

  it('go on in the next column and on the next page, where a sentence is not at its end', () => {
    const blocks = textBlocks([
      [line('One column ends in the middle of', 100), line('a sentence, and the next one', 700, { x: 320 })],
      [line('goes on over the page.', 700), line('Done.', 660)],
    ])
    expect(blocks.map(({ text }) => text)).toEqual([
      'One column ends in the middle of a sentence, and the next one goes on over the page.',
      'Done.',
    ])
  })

  it('begin a paragraph at an indent, after a line that has come to its end', () => {
    const blocks = textBlocks([
      [
        line('The first of them ends with a full stop in its line, here.', 700),
        line('The second is set in a little.', 688, { x: 90 }),
      ],
    ])
    expect(blocks).toHaveLength(2)
  })

  it('are not what stands at the edge of every page', () => {
    const pages = [1, 2, 3, 4].map((n) => [
      line('The Skerrow Courier', 800),
      line(`Text of page ${n} that is told in full on this page alone, ${'so '.repeat(n)}it goes.`, 600),
      line(`Page ${n} of 4`, 30),
    ])
    const text = textBlocks(pages)
      .map((block) => block.text)
      .join('\n')
    expect(text).not.toMatch(/Courier|of 4/)
    expect(text).toContain('Text of page 3')
  })

  it('are kept where a page holds nothing else', () => {
    const pages = [1, 2, 3, 4].map((n) => [line(`On sheet ${n} stands one line.`, 700)])
    expect(textBlocks(pages).map(({ text }) => text)).toContain('On sheet 3 stands one line.')
  })

  it('are none where there is none', () => {
    expect(textBlocks([])).toEqual([])
    expect(textBlocks([[], [line('   ', 100)]])).toEqual([])
  })
})
