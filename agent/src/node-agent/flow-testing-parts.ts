import type { ApiClient } from '../cluster/api-client';
import type { FlowPace } from '../flow-agent/flow-pace';
import type { FlowKeySecret } from '../flow-agent/peer-list/flow-key';
import type { PeerConfigMaps } from '../flow-agent/peer-list/read-peer-shards';
import type { AgentSettings, RunningAgentOptions } from './agent-settings';
import type { Watchdog } from './watchdog';

/** What testing flows takes. */
export interface FlowTestingParts extends Pick<
  RunningAgentOptions,
  'nodeName' | 'hostRoot' | 'log' | 'random' | 'signal'
> {
  readonly peersConfigMaps: PeerConfigMaps;
  /** Undefined where nobody says where the key is: then no challenge is sent or answered. */
  readonly flowKeySecret: FlowKeySecret | undefined;
  /** By which time they are tested. */
  readonly flowPace?: FlowPace;
  readonly client: Pick<ApiClient, 'get'>;
  readonly settings: Pick<AgentSettings, 'current' | 'policyKnown' | 'isAwaitingProfile'>;
  readonly watchdog: Pick<Watchdog, 'during'>;
  /** Called when something became of what somebody asked for, which had better be told soon. */
  readonly answered: () => void;
}
