/** Where `npm run bench` looks up how long catching up takes after the first list stands: marks on the window's own clock. */
export const startMarks = { painted: 'first list painted', caughtUp: 'caught up with the vault' } as const
