import { innerProtocol, localExperiment, vxlanNetwork } from '../../parsers/packets/flow-carrier';
import type { ChallengedProtocol } from '../../parsers/packets/flow-message';
import { messageMagic } from '../../parsers/packets/flow-message';
import type { ByteOrder, Instruction } from './filter-program';
import {
  drop,
  jumpUnless,
  loadByteBehindHead,
  loadHalf,
  loadHalfBehindHead,
  loadHeadLength,
  loadWord,
  loadWordBehindHead,
  program,
  take,
} from './filter-program';

/** One flow that both ends take part in. */
export interface ChallengedFlow {
  readonly protocol: ChallengedProtocol;
  /** Of UDP; 0 for IP-in-IP. */
  readonly port: number;
}

type Test = readonly [load: Instruction, value: number];

/**
 * Lets in messages of ours over these flows, and nothing else of what such a protocol brings to a busy node: raw sockets
 * for UDP and for protocol 4 see everything.
 */
export function messagesOver(flows: readonly ChallengedFlow[], family: 4 | 6, byteOrder: ByteOrder): Uint8Array {
  const tests = flows.flatMap((flow) => {
    const each = testsOf(flow, family);
    return [...each.flatMap(([load, value], index) => [load, jumpUnless(value, 2 * (each.length - index) - 1)]), take];
  });
  return program([...(family === 4 ? [loadHeadLength(0)] : []), ...tests, drop], byteOrder);
}

/** Over IPv4 a filter sees the packet with its head, over IPv6 without. */
function testsOf({ protocol, port }: ChallengedFlow, family: 4 | 6): readonly Test[] {
  const [half, word] = family === 4 ? [loadHalfBehindHead, loadWordBehindHead] : [loadHalf, loadWord];
  switch (protocol) {
    case 'vxlan':
      return [
        [half(2), port],
        [word(12), vxlanNetwork << 8],
        [half(28), localExperiment],
        [word(30), messageMagic],
      ];
    case 'wireguard':
      return [
        [half(2), port],
        [word(8), messageMagic],
      ];
    case 'ipip':
      return [
        [loadByteBehindHead(9), innerProtocol],
        [word(20), messageMagic],
      ];
    default:
      return protocol satisfies never;
  }
}
