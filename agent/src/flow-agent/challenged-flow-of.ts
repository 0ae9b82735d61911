import type { FlowKey, ProfileValues } from '@calico-readiness/requirements';
import { flowOf, needsAnswer } from '@calico-readiness/requirements';
import type { ChallengedFlow } from '../flows/packets/flow-filter';

/**
 * What a challenge over a flow goes to; undefined for flows over TCP. Full-size packets are none either: what the network
 * promises to carry is not in the profile.
 */
export function challengedFlowOf({ ports }: ProfileValues, key: FlowKey): ChallengedFlow | undefined {
  const { protocol, family, large } = flowOf(key);
  if (large || !needsAnswer(key)) return undefined;
  switch (protocol) {
    case 'vxlan':
      return { protocol, port: ports.vxlan };
    case 'wireguard':
      return { protocol, port: family === 'IPv4' ? ports.wireguard : ports.wireguardV6 };
    case 'ipip':
      return { protocol, port: 0 };
    case 'bgp':
    case 'typha':
      return undefined;
    default:
      return protocol satisfies never;
  }
}

/** A number that two agents have in common where they have the same secret, and the same port for the flow; see `FlowAnswers`. */
export const answeredText = (key: FlowKey, { port }: ChallengedFlow): string => `${key} ${String(port)}`;
