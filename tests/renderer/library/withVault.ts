// An empty library over a fake vault, for each test anew.
import { database, openDatabase } from '../../../renderer/library/database.ts'
import { isUnindexed } from '../../../renderer/library/unindexed.ts'
import { fakeVault, type FakeVault } from '../../fakes.ts'

export const vaultId = '01KA0000000000000000000000'

export async function withVault(options?: Parameters<typeof fakeVault>[0]): Promise<FakeVault> {
  const vault = fakeVault(options)
  useVault(vault)
  await emptyLibrary()
  return vault
}

export async function emptyLibrary(): Promise<void> {
  await openDatabase(vaultId)
  await Promise.all(database.tables.map((table) => table.clear()))
  await openDatabase(vaultId)
}

export function useVault(vault: FakeVault): void {
  Object.defineProperty(window, 'offprint', { value: vault.bridge, configurable: true })
}

/** All that the library holds, to be compared: what is derived and where it stands. */
export async function everything(): Promise<Record<string, unknown>> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const))
  const held: Record<string, unknown> = Object.fromEntries(tables)
  // What search has still to take in, and whether anyone has looked for rows to be made, says nothing of the library itself.
  held['meta'] = (await database.meta.toArray()).filter((meta) => !isUnindexed(meta) && meta.key !== 'settled')
  return held
}
