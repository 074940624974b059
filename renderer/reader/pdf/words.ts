import { formatNumber, inLanguages } from '../../../preload/language.ts'
import { german } from './words.de.ts'

const english = {
  pdfOf: (title: string) => `PDF: ${title}`,
  page: (page: number) => `Page ${formatNumber(page)}`,
  pageOf: (page: number, count: number) => `${formatNumber(page)} of ${formatNumber(count)}`,
  pages: 'Pages',
  larger: 'Larger',
  smaller: 'Smaller',
  usual: 'As wide as the column',
  percent: (part: number) => `${Math.round(part * 100)} %`,
  opening: 'Opening the PDF…',
  locked: 'This PDF is locked with a password. The file is kept as it is.',
  damaged: 'This PDF cannot be shown. The file is kept as it is.',
} as const

export const words = inLanguages(english, german)
