/** Windows opens a device where a file has one of these names, whatever follows the dot, and keeps nothing. */
export function isReservedName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)
}
