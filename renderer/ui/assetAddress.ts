/** Where the vault's file of that name is shown from. */
export function assetAddress(blobName: string): string {
  return `offprint-asset:${blobName}`
}
