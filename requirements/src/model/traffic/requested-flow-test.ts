import type { FlowKey } from './flow';

/** Most peers that one request names, and that its answer tells of. */
export const mostRequestedPeers = 20;

/** Name of a Node. @maxLength 253 @pattern ^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$ */
export type NodeName = string;

/** Whether a text may be the name of a Node. */
export const isNodeName = (text: string): text is NodeName =>
  text.length <= 253 && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(text);

/** Peers to which a node's agent is to test its flows at once, whether they fail or not. */
export interface RequestedFlowTest {
  /** When it was asked. The same text is the same request; another text takes the place of what is still open. @format date-time */
  readonly requestedAt: string;
  /** The Nodes to test the flows to. @maxItems 20 */
  readonly peers: readonly NodeName[];
}

/**
 * How far the test of one peer is.
 *
 * - `waiting`: its turn is still to come
 * - `tested`: the agent visited it
 * - `not-in-list`: the list of peers has no such node; agents read it once an hour
 * - `own-node`: it is the node that was asked
 * - `not-ready`: its node is not ready or cordoned, or its agent is silent, so that no answer would prove anything
 * - `no-flow`: the pair needs no flow by the cluster profile
 * - `no-list`: the agent that was asked has no list of peers, or is not in it yet
 * - `switched-off`: the ReadinessPolicy ends all tests
 */
export const peerTestStates = [
  'waiting',
  'tested',
  'not-in-list',
  'own-node',
  'not-ready',
  'no-flow',
  'no-list',
  'switched-off',
] as const;
export type PeerTestState = (typeof peerTestStates)[number];

/** What became of one peer of a request. */
export interface AnsweredPeer {
  /** The Node, as the request has it. */
  readonly peer: NodeName;
  /** How far its test is. */
  readonly state: PeerTestState;
  /** When the visit ended. Only where it is `tested`, as the lists below. @format date-time */
  readonly testedAt?: string;
  /** Flows that are open. Left out where there are none, as the next two. */
  readonly open?: readonly FlowKey[];
  /** Flows that were blocked. One blocked visit makes no failure yet. */
  readonly blocked?: readonly FlowKey[];
  /** Flows that could not be tested. */
  readonly untested?: readonly FlowKey[];
}

/** What became of the last request; left out where there was none, and an hour after it was done. */
export interface AnsweredFlowTest {
  /** That of the request. @format date-time */
  readonly requestedAt: string;
  /** One for each peer of the request, in its order. */
  readonly peers: readonly AnsweredPeer[];
}
