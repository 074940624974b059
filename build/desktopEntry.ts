// What a Linux desktop knows of us: the entry in its menu, and that links of our scheme are ours.

export type DesktopEntry = {
  readonly title: string
  readonly comment: string
  /** The name of the icon in the icon themes. */
  readonly icon: string
  readonly category: string
  readonly keywords: string
  /** `Comment[de]`: what stands there in other languages. */
  readonly translated: Readonly<Record<string, string>>
  readonly windowClass: string
  readonly schemes: readonly string[]
}

/** The text of a .desktop file. */
export function desktopEntry(entry: DesktopEntry): string {
  const fields = {
    Type: 'Application',
    Name: entry.title,
    Comment: entry.comment,
    // Links come from web pages: after `--` none of them can be taken for an option of ours, as the starter sees to it for Chromium's.
    Exec: 'offprint -- %U',
    Icon: entry.icon,
    Terminal: 'false',
    Categories: `${entry.category};`,
    Keywords: entry.keywords,
    ...entry.translated,
    MimeType: entry.schemes.map((scheme) => `x-scheme-handler/${scheme};`).join(''),
    StartupNotify: 'true',
    StartupWMClass: entry.windowClass,
  }
  return ['[Desktop Entry]', ...Object.entries(fields).map(([name, value]) => `${name}=${oneLine(value)}`), ''].join(
    '\n',
  )
}

/** A line break would begin a field of its own. */
function oneLine(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\s*\n\s*/g, ' ')
}
