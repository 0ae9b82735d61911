/** An ICMP message about a packet of ours. */
export interface IcmpMessage {
  readonly family: 4 | 6;
  readonly type: number;
  readonly code: number;
}

/** Codes of type 3 (RFC 792, RFC 1122, RFC 1812). */
const codesOfIpv4: Readonly<Record<number, string>> = {
  0: 'net-unreachable',
  1: 'host-unreachable',
  2: 'protocol-unreachable',
  3: 'port-unreachable',
  4: 'fragmentation-needed',
  5: 'source-route-failed',
  6: 'net-unknown',
  7: 'host-unknown',
  8: 'host-isolated',
  9: 'net-prohibited',
  10: 'host-prohibited',
  11: 'net-unreachable-for-service',
  12: 'host-unreachable-for-service',
  13: 'admin-prohibited',
  14: 'precedence-violation',
  15: 'precedence-cutoff',
};

/** Codes of type 1 (RFC 4443). */
const codesOfIpv6: Readonly<Record<number, string>> = {
  0: 'no-route',
  1: 'admin-prohibited',
  2: 'beyond-scope',
  3: 'address-unreachable',
  4: 'port-unreachable',
  5: 'policy-fail',
  6: 'reject-route',
};

/** A message of ICMPv6 with a type of its own. */
const tooBig = 2;

/** Of nobody who forbids anything. A host answers a SYN for a closed port with a reset, so that port-unreachable comes from a firewall. */
const wayless = { 4: [0, 1, 5, 6, 7, 8, 11, 12], 6: [0, 2, 3] } as const;

/** Whether somebody forbids, or there is no way. */
export function outcomeOfIcmp({ family, type, code }: IcmpMessage): 'prohibited' | 'unreachable' {
  const codes: readonly number[] = family === 6 && type === tooBig ? [] : wayless[family];
  return codes.includes(code) ? 'unreachable' : 'prohibited';
}

/** `ICMP type 3 code 13, admin-prohibited`. */
export function textOfIcmp({ family, type, code }: IcmpMessage): string {
  const ofIpv6 = type === tooBig ? 'packet-too-big' : codesOfIpv6[code];
  const name = family === 4 ? codesOfIpv4[code] : ofIpv6;
  const text = `${family === 4 ? 'ICMP' : 'ICMPv6'} type ${String(type)} code ${String(code)}`;
  return name === undefined ? text : `${text}, ${name}`;
}
