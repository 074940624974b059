// The addresses of our own pages. They never change: the library belongs to its origin, and a new origin would orphan it.

/** The app window, the reader frame and the snapshot frame. */
export const appOrigin = 'app://offprint'
/** The extract page: another origin, so that a hostile document that broke out of parsing would still not reach the library. */
export const extractOrigin = 'app://extract'
export const appScheme = 'app'
/** Images, styles and fonts of kept pages, by content. */
export const assetScheme = 'offprint-asset'
