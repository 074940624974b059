import { localeTag } from '../../preload/language.ts'

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** "14.2 MB": as the disk's maker counts, in thousands. */
export function fileSize(sizeBytes: number): string {
  let size = sizeBytes
  let unit = 0
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  const digits = unit > 0 && size < 100 ? 1 : 0
  return `${size.toLocaleString(localeTag(), { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${units[unit]}`
}
