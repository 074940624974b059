// The words of a PDF, which knows only where each piece of a line stands, as headings and paragraphs. Pure: places in, text out.

export type Piece = {
  readonly text: string
  /** From the left and the bottom of the page, in points. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the type. */
  readonly height: number
  /** The line ends after it. */
  readonly endsLine: boolean
}

export type Block = { readonly kind: 'heading' | 'paragraph'; readonly text: string }

type Line = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** Page by page. What stands at the same edge of several pages is their furniture, and is left out. */
export function textBlocks(pages: readonly (readonly Piece[])[]): Block[] {
  const lines = withoutFurniture(pages.map(linesOf))
  const usual = median(
    lines.flat().flatMap(({ height, text }) => Array<number>(Math.ceil(text.length / 5)).fill(height)),
  )
  const blocks: { kind: Block['kind']; lines: Line[] }[] = []
  for (const page of lines) {
    const gap = usualGap(page)
    let before: Line | undefined
    for (const line of page) {
      const last = blocks.at(-1)
      const kind = line.height > usual * 1.15 && line.text.length < 200 ? 'heading' : 'paragraph'
      const goesOn =
        last !== undefined &&
        last.kind === kind &&
        (before ? isSameBlock(before, line, gap) : kind === 'paragraph' && isCutOff(last.lines.at(-1)))
      if (goesOn) last.lines.push(line)
      else blocks.push({ kind, lines: [line] })
      before = line
    }
  }
  return blocks.map(({ kind, lines: own }) => ({ kind, text: joined(own) })).filter(({ text }) => text !== '')
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  let open: Piece[] = []
  const end = () => {
    const [first] = open
    const text = spaced(open)
    if (first && text !== '') {
      const height = Math.max(...open.map((piece) => piece.height))
      const right = Math.max(...open.map(({ x, width }) => x + width))
      lines.push({ text, x: first.x, right, y: first.y, height })
    }
    open = []
  }
  for (const piece of pieces) {
    const [first] = open
    if (first && piece.text.trim() !== '' && Math.abs(piece.y - first.y) > Math.max(first.height, piece.height) * 0.6)
      end()
    open.push(piece)
    if (piece.endsLine) end()
  }
  end()
  return lines
}

/** Pieces that do not touch are words apart. */
function spaced(pieces: readonly Piece[]): string {
  let text = ''
  let right: number | undefined
  for (const piece of pieces) {
    const isApart = right !== undefined && piece.x - right > piece.height * 0.15
    text += isApart && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text
    right = piece.x + piece.width
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** On at least this many pages, but for their numbers. */
const manyPages = 3

function withoutFurniture(pages: readonly Line[][]): Line[][] {
  const counts = new Map<string, number>()
  const key = (line: Line) => `${Math.round(line.y / 6)} ${line.text.replace(/\d+/g, '#')}`
  const edges = (page: Line[]) => new Set([...page.slice(0, 2), ...page.slice(-2)])
  for (const page of pages) for (const line of edges(page)) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  return pages.map((page) => {
    const outer = edges(page)
    const whole = page.reduce((sum, { text }) => sum + text.length, 0)
    const isFurniture = (line: Line) =>
      outer.has(line) && (counts.get(key(line)) ?? 0) >= manyPages && line.text.length < whole / 2
    return page.filter((line) => !isFurniture(line))
  })
}

/** From one line to the next; 0 where there is only one. */
function usualGap(page: readonly Line[]): number {
  return median(
    page
      .slice(1)
      .map((line, n) => (page[n]?.y ?? 0) - line.y)
      .filter((gap) => gap > 0),
  )
}

function isSameBlock(before: Line, line: Line, gap: number): boolean {
  const size = Math.max(before.height, line.height)
  if (Math.abs(before.height - line.height) > size * 0.15) return false
  const down = before.y - line.y
  if (down < 0) return isCutOff(before) // The next column.
  if (down > Math.min(Math.max(gap, size), size * 2) * 1.45) return false
  const isIndented = line.x - before.x > size * 0.8 && line.x - before.x < size * 6
  const isShort = before.right < line.right - size * 4
  return !(isIndented && !isCutOff(before)) && !(isShort && !isCutOff(before))
}

function isCutOff(line: Line | undefined): boolean {
  return line !== undefined && !/[.!?:;…]["”’»)\]\d]*$/.test(line.text)
}

/** A word divided at the end of a line is one word again. */
function joined(lines: readonly Line[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    if (/\p{L}[\u00ad-]$/u.test(text) && /^\p{Ll}/u.test(line.text)) return text.slice(0, -1) + line.text
    return `${text} ${line.text}`
  }, '')
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
