// Some programs for blogs and news say nowhere that a page is an article; its address does.

/** Whether it is of one post among others: a folder of that kind, and below it a page whose name is a title of several words. */
export function isPostAddress(url: string): boolean {
  let path: string
  try {
    path = new URL(url).pathname
  } catch {
    return false // no address at all
  }
  return /\/(blogs?|news|articles?|posts?|stories|story|magazine|insights)\/(.*\/)?[^/]*?(-[^-/]+){3}[^/]*\/?$/i.test(
    path,
  )
}
