import type { Parsed } from '../../parsers/parsed';
import { malformed, parsed } from '../../parsers/parsed';
import { parseFlowCarrier } from '../../parsers/packets/flow-carrier';
import type { SealedMessage } from '../../parsers/packets/flow-message';
import { parseFlowMessage } from '../../parsers/packets/flow-message';
import { addressBytes, addressOfBytes } from '../../parsers/packets/ip-address';
import type { Party } from '../challenge-target';
import type { ChallengedFlow } from '../packets/flow-filter';
import { familyOf } from '../tested-flow';

/** A packet of a raw socket, and from whom the kernel says that it came. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly family: 4 | 6;
  readonly socket: 'udp' | 'ipip';
}

/** A challenge with the flow that brought it; nobody has vouched for it yet. */
export interface ReceivedChallenge extends SealedMessage {
  readonly flow: ChallengedFlow;
}

/** Reads a challenge that came over one of these flows. */
export function readChallenge(
  { bytes, family, socket }: Received,
  flows: readonly ChallengedFlow[],
): Parsed<ReceivedChallenge> {
  const carrier = parseFlowCarrier(bytes, family, socket);
  if (carrier.status === 'malformed') return carrier;
  const { protocol, port } = carrier.value;
  const flow = flows.find((each) => each.protocol === protocol && each.port === port);
  if (flow === undefined) return malformed('is of another flow');
  const message = parseFlowMessage(carrier.value.message);
  if (message.status === 'malformed') return message;
  const isChallenge = message.value.kind === 'challenge';
  return isChallenge && message.value.protocol === protocol && message.value.family === family
    ? parsed({ ...message.value, flow })
    : malformed('is no challenge of this flow');
}

/** Nodes by key and address, however the address is written. */
export class Parties {
  private readonly addresses: ReadonlyMap<string, string>;

  constructor(parties: readonly Party[]) {
    this.addresses = new Map(
      parties.map(({ key, address }) => [`${String(key)} ${String(familyOf(address))}`, canonical(address)]),
    );
  }

  /** The address of a node in a family. */
  addressOf(key: number, family: 4 | 6): string | undefined {
    return this.addresses.get(`${String(key)} ${String(family)}`);
  }

  /** Each address in a family once. */
  addressesIn(family: 4 | 6): readonly string[] {
    return [...new Set(this.addresses.values())].filter((address) => familyOf(address) === family);
  }
}

const canonical = (address: string): string => addressOfBytes(addressBytes(address));
