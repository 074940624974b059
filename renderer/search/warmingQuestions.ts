// Questions that the worker asks itself before a person does: code that runs for the first time takes many times as long, and a large index is felt then.
import { tokenise } from './tokenise.ts'

const looked = 20_000
const words = 16

/** Made of the words of an article, as a person would ask: words and pairs of them. Long words, which few articles have, come first: by the time a question takes long, what answers it is quicker. */
export function warmingQuestions(text: string): string[] {
  const terms = new Set(tokenise(text.slice(0, looked)).map(({ term }) => term))
  const sorted = [...terms].filter((term) => /^\p{L}{2,}$/u.test(term)).sort((a, b) => b.length - a.length)
  const step = Math.max(1, sorted.length / words)
  const picked = Array.from({ length: Math.min(words, sorted.length) }, (_, n) => sorted[Math.floor(n * step)]!)
  return picked.map((word, n) => (n % 2 === 0 ? word : `${picked[n - 1]!} ${word}`))
}
