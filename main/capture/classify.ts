// Where does an address lead: out to the web, or to the reader's own machine and network? Knows nothing of names; the proxy asks it
// about every answer of the resolver, and the add field about what was typed.
import ipaddr from 'ipaddr.js'

/**
 * `public`: the web. `private`: the reader's own machine or network; may be opened when the reader allowed that very host and port.
 * `forbidden`: addresses that hand out a machine's secrets, or that no web page can have; never opened.
 */
export type AddressClass = 'public' | 'private' | 'forbidden'

/** Where cloud machines keep their credentials. 169.254/16 is refused as a whole below. */
const metadataAddresses: readonly string[] = ['100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254']
const metadataNames: readonly string[] = [
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
]

/** Classifies an IP address as text, with or without the brackets of a URL. What is not an address at all is `forbidden`. */
export function classify(text: string): AddressClass {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'forbidden'
  return classifyParsed(ipaddr.parse(bare))
}

/** The names that are known to lead home without asking a resolver: `localhost`, `x.localhost`, and those of metadata services. */
export function classifyName(host: string): AddressClass | undefined {
  const name = host.toLowerCase().replace(/\.+$/, '')
  if (metadataNames.includes(name)) return 'forbidden'
  if (name === 'localhost' || name.endsWith('.localhost')) return 'private'
  return undefined
}

function classifyParsed(address: ipaddr.IPv4 | ipaddr.IPv6): AddressClass {
  if (metadataAddresses.includes(address.toString())) return 'forbidden'
  return address instanceof ipaddr.IPv6 ? classifySix(address) : classifyFour(address)
}

function classifyFour(address: ipaddr.IPv4): AddressClass {
  switch (address.range()) {
    case 'unicast':
      return 'public'
    case 'linkLocal':
    case 'multicast':
    case 'broadcast':
      return 'forbidden'
    default:
      return 'private'
  }
}

// An IPv6 address may carry an IPv4 address that a router on the way unpacks; what counts is where that one leads.
function classifySix(address: ipaddr.IPv6): AddressClass {
  const bytes = address.toByteArray()
  const four = (at: number) => classifyFour(new ipaddr.IPv4(bytes.slice(at, at + 4)))
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6145':
      return four(12)
    case 'rfc6052':
      // 64:ff9b::/96 is the NAT64 prefix that whole networks reach the web by; 64:ff9b:1::/48 is for local use only.
      return bytes.slice(4, 12).every((byte) => byte === 0) ? four(12) : 'private'
    case '6to4':
      return four(2)
    case 'multicast':
      return 'forbidden'
    case 'unicast':
      // Only 2000::/3 is given out. This also refuses the IPv4-compatible ::127.0.0.1.
      return ((bytes[0] ?? 0) & 0xe0) === 0x20
        ? 'public'
        : bytes.slice(0, 12).every((byte) => byte === 0)
          ? worse(four(12))
          : 'private'
    default:
      return 'private'
  }
}

function worse(inner: AddressClass): AddressClass {
  return inner === 'forbidden' ? 'forbidden' : 'private'
}
