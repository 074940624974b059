export const german = {
  unknownOperator: (name: string, near?: string) =>
    `Eine Angabe ${name}: gibt es nicht${near === undefined ? '.' : `, aber ${near}:.`} In Anführungszeichen wird der Text selbst gesucht.`,
  emoji: 'Emojis werden nur in Schlagwörtern gesucht.',
  needsValue: (name: string) => `Nach ${name}: fehlt ein Wert.`,
  knows: (name: string, values: readonly string[], near?: string) =>
    `${name}: kennt ${values.slice(0, -1).join(', ')} und ${values.at(-1)}.${near === undefined ? '' : ` War ${near} gemeint?`}`,
  needsNumber: (name: string) => `Nach ${name}: steht eine Zahl, etwa >2000, <500 oder 500..2000.`,
  needsDate: (name: string) => `Nach ${name}: steht ein Datum, etwa 2024, 2024-03, 2024-03-15, yesterday oder 2w.`,
}
