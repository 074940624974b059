// How a paragraph of running text is told from a card, a row and a menu.

/** Less may be a title or a label. */
export const sentenceCharacters = 60
/** The share of its characters that are links; where it is more, it leads elsewhere. */
export const mostLinked = 0.3
