import type { KubeConfig } from '@kubernetes/client-node';
import type { CalicoPorts, ClusterProfile } from '@calico-readiness/requirements';
import type { AgentLog } from '../foundation/agent-log';

/** What an agent needs to know, and what it may be told. */
export interface AgentOptions {
  readonly kubeConfig: KubeConfig;
  /** Name of the Node object; the report gets it too. */
  readonly nodeName: string;
  readonly hostRoot: string;
  /** Seconds between two observations; 30. */
  readonly observeIntervalSeconds?: number;
  /** Seconds after which a report that says nothing new is written all the same, ± 10 %; 900. */
  readonly reportIntervalSeconds?: number;
  /** What was declared on the command line; all defaults otherwise. The ReadinessPolicy goes over it. */
  readonly profile?: ClusterProfile;
  /** The ports of `profile` that were really written down; none otherwise. */
  readonly writtenPorts?: Partial<CalicoPorts>;
  /** Whether what nobody declares is detected from the cluster's objects, read again every report interval; else it is defaulted. */
  readonly detectProfile?: boolean;
  /** Ends the agent. */
  readonly signal: AbortSignal;
  /** Nothing is logged without it. */
  readonly log?: AgentLog;
  /** In [0, 1); for tests. */
  readonly random?: () => number;
}
