// What would stay English, or lean to one side, when the interface speaks another language: found in the source.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).map((name) => join('renderer', name))

test('every word that a person sees comes from a words file', () => {
  const found = sources
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => hardCoded(file, readFileSync(file, 'utf8')))
  expect(found).toEqual([])
})

test('no number is put before an English word outside the words files', () => {
  const found = sources
    .filter(
      (file) => /\.tsx?$/.test(file) && !/[wW]ords(\.de)?\.ts$/.test(file) && !/counted\.ts$|plural\.ts$/.test(file),
    )
    .filter((file) => /\bplural\(/.test(readFileSync(file, 'utf8')))
  expect(found).toEqual([])
})

test('every table of words has a German one', () => {
  const tables = sources.filter(
    (file) => /(^|\W)\w*[wW]ords\.ts$/.test(file) && !file.startsWith(join('renderer', 'extract')),
  )
  expect(tables.filter((file) => !readFileSync(file, 'utf8').includes('inLanguages('))).toEqual([])
})

test('finds words in the text and in the attributes of an element, and leaves names alone', () => {
  const source = 'const a = <p title="Here" className="wide" data-x="Not">There {x ? "Or" : words.b} Offprint</p>'
  expect(hardCoded('a.tsx', source)).toEqual(['a.tsx: Here', 'a.tsx: There', 'a.tsx: Or'])
})

test('no rule leans to the left or to the right', () => {
  const found = sources
    .filter((file) => file.endsWith('.css') && !/[\\/]page[A-Z]\w*\.css$/.test(file)) // an article has a direction of its own
    .flatMap((file) => oneSided(readFileSync(file, 'utf8')).map((rule) => `${file}: ${rule}`))
  expect(found).toEqual([])
})

test('finds one-sided rules, and leaves alone what is the same on both sides', () => {
  const css =
    'a { margin-left: 2px; padding: 1px 2px 1px 3px; left: 50%; margin: 1px 2px 3px 2px; right: 0; text-align: left }'
  expect(oneSided(css)).toEqual(['margin-left: 2px', 'padding: 1px 2px 1px 3px', 'right: 0', 'text-align: left'])
})

const spoken: ReadonlySet<string> = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
  'aria-description',
])
const names: ReadonlySet<string> = new Set(['Offprint', 'Esc', 'Enter', 'Aa'])

function hardCoded(file: string, source: string): string[] {
  const found: string[] = []
  const note = (text: string) => {
    for (const part of text.split('\n')) {
      const words = part.trim()
      if (/\p{L}{2}/u.test(words) && !names.has(words)) found.push(`${file}: ${words}`)
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text)
    else if (ts.isJsxAttribute(node)) {
      if (spoken.has(node.name.getText(tree)) && node.initializer) strings(node.initializer).forEach(note)
      return node.initializer && ts.isJsxExpression(node.initializer)
        ? ts.forEachChild(node.initializer, visit)
        : undefined
    } else if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      shown(node.expression).forEach(note)
    ts.forEachChild(node, visit)
  }
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  visit(tree)
  return found
}

function strings(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  return ts.isJsxExpression(node) ? shown(node.expression) : []
}

/** The strings that an expression may come to. */
function shown(node: ts.Expression | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return shown(node.right)
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return []
}

function oneSided(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').match(/[a-z-]+: [^;{}]+/g) ?? []
  return rules
    .map((rule) => rule.trim())
    .filter((rule) => {
      const [property = '', value = ''] = rule.split(': ')
      if (/^(margin|padding|border)-(left|right)/.test(property) || /^(float|clear)$/.test(property)) return true
      if (property === 'text-align') return /left|right/.test(value)
      if (property === 'left' || property === 'right') return value !== '50%'
      const sides = value.split(/\s+/)
      return /^(margin|padding|inset)$/.test(property) && sides.length === 4 && sides[1] !== sides[3]
    })
}
