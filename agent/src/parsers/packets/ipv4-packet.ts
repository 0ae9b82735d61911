const shortest = 20;

/** What an IPv4 packet carries of a protocol (RFC 791); undefined for another protocol, a later fragment, or no such packet. */
export function ipv4Payload(packet: Uint8Array, protocol: number): Uint8Array | undefined {
  const headBytes = ((packet[0] ?? 0) & 0x0f) * 4;
  if ((packet[0] ?? 0) >> 4 !== 4 || headBytes < shortest || packet.length < headBytes) return undefined;
  const fragment = (((packet[6] ?? 0) & 0x1f) << 8) | (packet[7] ?? 0);
  return packet[9] === protocol && fragment === 0 ? packet.subarray(headBytes) : undefined;
}
