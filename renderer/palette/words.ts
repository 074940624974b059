export const words = {
  title: 'Commands and places',
  field: 'Type a command, a tag or a title',
  nothing: 'Nothing is called that.',
  tag: 'Tag',
  article: 'Article',
  savedSearch: 'Saved search',
} as const
