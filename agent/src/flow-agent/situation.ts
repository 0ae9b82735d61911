import type { Peer, PeerNetwork, ProfileValues, Ring } from '@calico-readiness/requirements';
import type { NeededFlows } from './knowledge/needed-flows';
import { neededFlows } from './knowledge/needed-flows';
import type { PeerList } from './peer-list/peer-list';

/** What the administrator and the cluster say of the tests; another object whenever anything in it changes. */
export interface FlowSettings {
  readonly profile: ProfileValues;
  /** Whether the policy allows tests. */
  readonly enabled: boolean;
}

/** What decides who needs what. */
export interface Situation {
  readonly ring: Ring;
  readonly network: PeerNetwork;
  readonly settings: FlowSettings;
  /** This node, as the list has it. */
  readonly self: Peer;
  readonly needs: NeededFlows;
}

/**
 * The situation by this list and these settings: `known` itself where nothing changed since. Undefined where the list does
 * not have this node, and where the policy allows no tests.
 */
export async function situationOf(
  nodeName: string,
  { ring, network }: Pick<PeerList, 'ring' | 'network'>,
  settings: FlowSettings,
  known: Situation | undefined,
): Promise<Situation | undefined> {
  if (known?.ring === ring && known?.network === network && known?.settings === settings) return known;
  const self = ring?.peers.find(({ name }) => name === nodeName);
  if (ring === undefined || self === undefined || !settings.enabled) return undefined;
  return { ring, network, settings, self, needs: await neededFlows(ring, self, settings.profile, network) };
}
