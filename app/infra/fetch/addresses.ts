import ipaddr from 'ipaddr.js'

/** An address of the public internet. Whatever is not certainly one is none. */
export function isPublicAddress(text: string): boolean {
  const address = parse(text)
  if (address === undefined) return false
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast'
  // Outside 2000::/3 nothing is allotted, and what wraps an IPv4 address may lead anywhere.
  const first = address.parts[0] ?? 0
  return (first & 0xe000) === 0x2000 && address.range() === 'unicast'
}

/** This very machine. */
export function isLoopback(text: string): boolean {
  return parse(text)?.range() === 'loopback'
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (text.includes('%') || !ipaddr.isValid(text)) return undefined
  return ipaddr.process(text)
}
