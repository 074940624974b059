/** As a person writes a tag -> as it is kept: no empty parts, one space where there are several. Undefined when nothing is left, or it is too long. */
export function tidyTag(written: string): string | undefined {
  const tag = written
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .join('/')
  return tag === '' || tag.length > 100 ? undefined : tag
}
