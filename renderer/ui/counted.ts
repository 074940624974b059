// Numbers with what they count: "1 article", "2,000 articles". For sentences that take such a part; all else counts in its own words file.
import { inLanguages } from '../../preload/language.ts'
import { plural } from './plural.ts'

export const counted = inLanguages(
  {
    articles: (count: number) => plural(count, 'article'),
    words: (count: number) => plural(count, 'word'),
    paragraphs: (count: number) => plural(count, 'paragraph'),
  },
  {
    articles: (count: number) => plural(count, 'Artikel', 'Artikel'),
    words: (count: number) => plural(count, 'Wort', 'Wörter'),
    paragraphs: (count: number) => plural(count, 'Absatz', 'Absätze'),
  },
)
