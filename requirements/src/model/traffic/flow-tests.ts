import type { FlowKey } from './flow';

/** How a flow is blocked: no answer at all, a message that forbids it, or no way to the peer. */
export const blockedOutcomes = ['filtered', 'prohibited', 'unreachable'] as const;
export type BlockedOutcome = (typeof blockedOutcomes)[number];

/** Why a flow was not tested with any peer. */
export const untestedReasons = [
  'no-list',
  'no-peer',
  'not-needed',
  'pairs-unknown',
  'no-raw-socket',
  'no-answer-expected',
  'password',
  'not-built-in',
  'switched-off',
  'size-unknown',
  'own-device',
] as const;

/**
 * - `no-list`: nobody has published which nodes there are
 * - `no-peer`: no other node needs it, or none of them answers now
 * - `not-needed`: no other node needs it, and none that joins will: this node speaks no BGP
 * - `pairs-unknown`: which nodes need it is not known; objects that would tell could not be read
 * - `no-raw-socket`: this agent has no right to open one, or lacks the native part
 * - `no-answer-expected`: the peers do not answer challenges
 * - `password`: BGP has a password, and no session is up
 * - `not-built-in`: this agent has no test for it
 * - `switched-off`: the ReadinessPolicy ends all tests
 * - `size-unknown`: the size of packets that Calico would use on this node is not known
 * - `own-device`: a device of this node cannot carry packets of that size
 */
export type UntestedReason = (typeof untestedReasons)[number];

/** A peer with which a flow fails by three strikes. Times in seconds since 1970. */
export interface FailingFlowPeer {
  /** Name of the Node; a report cuts one of more than 128 characters, and `key` tells it from others. */
  readonly peer: string;
  /** Its key in the ring: a hash of its UID, below 2^32. */
  readonly key: number;
  /** How it was blocked when it was last tested. */
  readonly outcome: BlockedOutcome;
  /** What was seen, short; may hold untrusted text. */
  readonly said?: string;
  /** The first strike. */
  readonly firstAt: number;
  /** The third strike. */
  readonly failedAt: number;
  /** The third last visit that was blocked. */
  readonly recentAt: number;
  /** The last visit that was blocked. */
  readonly lastAt: number;
  /** Whether the peer was there all the while: its own report is older than the first strike and newer than the third. */
  readonly proven: boolean;
}

/** That this agent answers challenges over a flow, without which silence is nobody's fault. */
export interface FlowAnswers {
  /** Since when it has answered without a break; seconds since 1970. */
  readonly since: number;
  /** The same number at two agents where they have the same key, and the same port for the flow; below 2^32. */
  readonly by: number;
}

/** Sessions with speakers of BGP that are no nodes, such as top-of-rack switches. They are looked at, and nothing is sent. */
export interface ExternalSessions {
  /** With how many the BGPPeers have this node speak. */
  readonly needed: number;
  /** With how many of them the kernel lists a session that is ESTABLISHED. */
  readonly up: number;
  /** Addresses of some without, at most four. */
  readonly missing: readonly string[];
}

/** One flow from this node to its peers. */
export interface FlowTest {
  readonly flow: FlowKey;
  /** To how many other nodes it is needed. */
  readonly needed: number;
  /** Peers tested in the last 14 to 29 minutes, each once; at most `needed`. */
  readonly tested: number;
  /** Those of them with which it was blocked the last time. */
  readonly blocked: number;
  /** Peers with which it was open when it was last tested, since the agent began; at most `needed`. */
  readonly covered: number;
  /** At most ten. */
  readonly failing: readonly FailingFlowPeer[];
  /** Only of a flow in small packets that answers nobody by itself, while this agent answers over it. */
  readonly answers?: FlowAnswers;
  /** Only of BGP, where the list of peers names such speakers. */
  readonly external?: ExternalSessions;
  /** Left out where something was tested, and the last visits could test it. */
  readonly untested?: UntestedReason;
}

/** What this node's agent knows of the flows to its peers, by its own traffic. Times in seconds since 1970. */
export interface FlowTests {
  /** Other nodes of the list of peers. */
  readonly peers: number;
  /** Since when this agent tests. */
  readonly since: number;
  /** When the plan will have brought it together with every peer. */
  readonly allPairsBy: number;
  /** One for each flow that some pair of this node needs, in the order of `flowKeys`. */
  readonly flows: readonly FlowTest[];
}
