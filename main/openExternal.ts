// The only way out to the default browser.
import { shell } from 'electron'

const longestAddress = 2_048

/** http and https only, without sign-in details. False when it was refused. */
export function openExternal(address: string): boolean {
  if (!mayOpenExternally(address)) return false
  void shell.openExternal(address)
  return true
}

export function mayOpenExternally(address: string): boolean {
  if (address.length > longestAddress) return false
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false // no address, nothing to open
  }
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}
