import type { AgentOptions } from '@calico-readiness/agent';
import { startFlowPeers, type FlowPeers } from '../flow-peers/flow-peers';
import { missingForPeers, missingForRawSockets, missingText, thisMachine } from '../flow-peers/needs';
import { flowKeySecret, peersConfigMaps } from '../flow-peers/peer-objects';
import { closedPeer } from '../flow-peers/peer-world';
import type { ObjectStore } from '../kubernetes/object-store';

/** How flows of this machine are tested, and what is said of it. */
export interface FlowTesting {
  /** For the terminal and the pages: whom flows are tested with, or what is missing for it. */
  readonly notice: string;
  readonly agentOptions: Pick<
    AgentOptions,
    'peersConfigMaps' | 'flowKeySecret' | 'flowPace' | 'random' | 'reportIntervalSeconds'
  >;
  readonly peers?: FlowPeers;
}

/** Nobody asked for a change of this machine. */
export const notAsked: FlowTesting = {
  notice:
    'Flows to other nodes are not tested. As root, npm start -- --flow-peers tests them with three peers in network namespaces of this machine, and removes these at its end.',
  agentOptions: {},
};

/** Without peers: the agent finds no list of them, and says so of each flow. */
const without = (why: string): FlowTesting => ({
  notice: `Flows to other nodes are not tested. ${why}`,
  agentOptions: { peersConfigMaps, flowKeySecret },
});

/** Makes peers for the flows of this machine where that is possible. */
export const testFlows = async (store: ObjectStore, nodeName: string): Promise<FlowTesting> => {
  const missing = missingForPeers(thisMachine);
  if (missing.length > 0) return without(`Missing: ${missingText(missing)}.`);
  const peers = await startFlowPeers(store, nodeName);
  if (typeof peers === 'string') return without(`Cannot make peers in network namespaces: ${peers}`);
  const sockets = missingForRawSockets(thisMachine);
  const rest =
    sockets.length === 0 ? '' : ` Only Typha’s flow can be tested. Missing for the others: ${missingText(sockets)}.`;
  return {
    notice: `Flows are tested with three peers in network namespaces of this machine, over the device ${peers.device}. ${closedPeer} drops all but Typha’s port. The first 15 minutes of tests take about one.${rest}`,
    // Counts of tests are no news; whoever watches would wait for them.
    agentOptions: { peersConfigMaps, flowKeySecret, flowPace: peers.pace, random: () => 0, reportIntervalSeconds: 60 },
    peers,
  };
};
