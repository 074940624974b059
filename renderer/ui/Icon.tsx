// The icons, as paths on a 16 px grid: one stroke, one weight. They carry no meaning alone; words stand beside them or in the name of the control.
const paths = {
  inbox: 'M2 9h3.2l1.1 2h3.4l1.1-2H14M2 9l2-5.5h8L14 9v4H2z',
  later: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.4',
  favourites: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  archive: 'M2 3h12v3.2H2zM3 6.2V13.5h10V6.2M6.3 9h3.4',
  all: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  highlights: 'M3 13.5h10M5.2 10.2l5.9-5.9 1.9 1.9-5.9 5.9H5.2z',
  trash: 'M3 4.5h10M6.3 4.5V3h3.4v1.5M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4',
  tag: 'M2.5 2.5h5.2l6 6-5.2 5.2-6-6zM5.4 5.4h.01',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3',
  plus: 'M8 2.5v11M2.5 8h11',
  minus: 'M2.5 8h11',
  bookmark: 'M4 13.5v-11h8v11L8 10.3z',
  check: 'M3 8.5l3.3 3.3L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4.5 6.3L8 9.8l3.5-3.5',
  chevronRight: 'M6.3 4.5L9.8 8l-3.5 3.5',
  back: 'M9.8 3.5L5.3 8l4.5 4.5',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.3M8 11.6h.01',
  out: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  sidebar: 'M2.5 3h11v10h-11zM6.2 3v10',
  panel: 'M2.5 3h11v10h-11zM9.8 3v10',
  settings: 'M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 11.5h2M7.5 11.5h6M6 10v3',
  page: 'M4 2h5.5L13 5.5V14H4zM9.5 2v3.5H13M6.3 8.5h4.4M6.3 11h3',
  note: 'M3 3h10v7.5L10.5 13H3zM13 10.5h-2.5V13M5.5 6h5M5.5 8.5h3',
  link: 'M6.6 9.4l2.8-2.8M7.4 4.6l1.5-1.5a2.83 2.83 0 0 1 4 4l-1.5 1.5M8.6 11.4l-1.5 1.5a2.83 2.83 0 0 1-4-4l1.5-1.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  point: 'M6 6l7.5 2.8-3.3 1.4-1.4 3.3zM5.8 2.5v1.2M2.5 5.8h1.2M3.5 3.5l.9.9M8.2 3.5l-.9.9M3.5 8.2l.9-.9',
  versions: 'M2.5 6h8v8h-8zM4.5 4h8v8M6.5 2h8v8',
  signIn: 'M9 2.5h4.5v11H9M2.5 8h7M6.8 5.2L9.5 8l-2.7 2.8',
  focus: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5.5 7h5M5.5 9.3h3.4',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  play: 'M5 3l8 5-8 5z',
  pause: 'M4.5 3.5h2v9h-2zM9.5 3.5h2v9h-2z',
  restore: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.8v2.7h2.7',
  offline: 'M2.5 6.5a8 8 0 0 1 11 0M4.7 9a4.8 4.8 0 0 1 6.6 0M8 12h.01M3 2.5l10 11',
} as const

export type IconName = keyof typeof paths

/** They point along the line, and turn with it. */
const turning: ReadonlySet<IconName> = new Set(['back', 'chevronRight', 'signIn'])

export function Icon({ name, size = 16, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      className="icon"
      data-turns={turning.has(name) || undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={paths[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.4 : 1.3}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
