import type { FlowKey, ProfileValues } from '@calico-readiness/requirements';
import { flowOf } from '@calico-readiness/requirements';
import type { ChallengedFlow } from '../flows/packets/flow-filter';

/** What a challenge over a flow goes to, in packets of any size; undefined for flows over TCP. */
export function challengedFlowOf({ ports }: ProfileValues, key: FlowKey): ChallengedFlow | undefined {
  const { protocol, family } = flowOf(key);
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
