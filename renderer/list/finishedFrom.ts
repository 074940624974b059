/** The last lines of a page are the footer's: who has come this far has read it. */
export const finishedFrom = 0.98
