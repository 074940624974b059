export const words = {
  views: {
    inbox: 'Inbox',
    later: 'Later',
    favourites: 'Favourites',
    archive: 'Archive',
    all: 'All',
    highlights: 'Highlights',
    trash: 'Trash',
  },
  library: 'Library',
  tags: 'Tags',
  savedSearches: 'Saved searches',
  add: 'Save a link',
  fold: (tag: string) => `Hide the tags below ${tag}`,
  unfold: (tag: string) => `Show the tags below ${tag}`,
} as const
