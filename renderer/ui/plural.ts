import { formatNumber } from '../../preload/language.ts'

/** `plural(1, 'article')` is "1 article", `plural(2000, 'article')` "2,000 articles". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}
