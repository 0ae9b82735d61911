import type { ChallengedProtocol } from '../parsers/packets/flow-message';
import type { IcmpError } from '../parsers/packets/icmp-error';
import { parseIcmpError } from '../parsers/packets/icmp-error';
import { outcomeOfIcmp, textOfIcmp } from './icmp-outcome';
import type { ProbeResult } from './outcome';

/** By what an ICMP message is known to be about a challenge of ours. */
export interface ChallengeMark {
  readonly protocol: ChallengedProtocol;
  readonly family: 4 | 6;
  readonly source: string;
  readonly destination: string;
  /** The source port, or the identification of the inner packet: both stand in what every router quotes. */
  readonly mark: number;
}

const numbers = { vxlan: 17, wireguard: 17, ipip: 4 } as const;

/**
 * What a packet of a raw socket for ICMP says of a challenge: an outcome, or a text where it settles nothing, or
 * undefined where it is about something else.
 */
export function lossOf(packet: Uint8Array, sent: ChallengeMark): ProbeResult | string | undefined {
  const parsed = parseIcmpError(packet, sent.family, numbers[sent.protocol]);
  if (parsed.status === 'malformed' || !isAbout(parsed.value, sent)) return undefined;
  const message = parsed.value;
  const text = `${textOfIcmp(message)}${message.mtu === undefined ? '' : `, ${String(message.mtu)} bytes`}`;
  return isOfNobody(message)
    ? `${text}, as a host without ${sent.protocol} or a firewall says`
    : { outcome: outcomeOfIcmp(message), method: 'challenge', said: text };
}

function isAbout({ quoted: { source, destination, payload } }: IcmpError, sent: ChallengeMark): boolean {
  const at = sent.protocol === 'ipip' ? 4 : 0;
  const mark = ((payload[at] ?? 0) << 8) | (payload[at + 1] ?? 0);
  return source === sent.source && destination === sent.destination && mark === sent.mark;
}

/** Where no tunnel is set up yet, a kernel says of each challenge that nobody takes its protocol or port. */
const isOfNobody = ({ family, type, code }: IcmpError): boolean =>
  family === 4 ? code === 2 || code === 3 : type === 1 && code === 4;
