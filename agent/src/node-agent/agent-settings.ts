import type { CalicoPorts, ClusterObjects, ClusterProfile, ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import type { OtherServer } from '../cluster/api-servers';
import type { KubeConfig } from '../cluster/kube-config';
import { ProfileDetection } from '../cluster/profile-detection';
import type { AgentLog } from '../foundation/agent-log';
import type { Observation } from '../observation/observe-host';
import type { PolicySettings } from '../publish/cluster-policy';
import { applyPolicy } from '../publish/cluster-policy';
import type { ReportApi } from '../publish/report-api';

/** What an agent needs to know, and what it may be told. */
export interface AgentOptions {
  readonly kubeConfig: KubeConfig;
  /** Asked while the server of the kubeconfig can not be reached. */
  readonly otherServer?: OtherServer;
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
  /** Seconds that an observation or an attempt to publish may be late before the agent is taken to hang; 300. */
  readonly overdueSeconds?: number;
  /** Called when an observation has ended, failed ones too: the agent is alive. Must not reject. */
  readonly observationEnded?: () => Promise<void>;
  /** Ends the agent. */
  readonly signal: AbortSignal;
  /** Nothing is logged without it. */
  readonly log?: AgentLog;
  /** How the host is looked at; else by its files. For benches of many agents in one process. */
  readonly look?: (profile: ClusterProfile) => Promise<Observation>;
  /** In [0, 1); for tests. */
  readonly random?: () => number;
}

/** The same for an agent at work: whoever does not listen has a silent log. */
export type RunningAgentOptions = AgentOptions & Required<Pick<AgentOptions, 'log' | 'random'>>;

/** How the agent speaks to its cluster. */
export interface AgentCluster {
  readonly api: ReportApi;
  /** Rejects with UnreachableError while the API gives no answer. */
  readonly readObjects: () => Promise<ClusterObjects>;
}

/** What an agent judges by: its own options, the policy over them, and, if it is to detect, what the cluster's objects show. */
export class AgentSettings {
  /** Another object whenever anything in it changes. */
  current: PolicySettings;
  /** Whether the API has told what the policy is, or that there is none. */
  policyKnown = false;

  private readonly own: PolicySettings;
  private readonly detection: ProfileDetection | undefined;

  constructor(
    private readonly options: RunningAgentOptions,
    { readObjects }: AgentCluster,
  ) {
    const { nodeName, log } = options;
    this.own = {
      profile: options.profile ?? declareProfile({}, ''),
      writtenPorts: options.writtenPorts ?? {},
      reportIntervalSeconds: options.reportIntervalSeconds ?? 900,
    };
    this.detection = options.detectProfile ? new ProfileDetection({ read: readObjects, nodeName, log }) : undefined;
    this.current = this.own;
  }

  /** Takes over what the policy says; tells whether that changes anything. */
  takePolicy(policy: ReadinessPolicy | undefined): boolean {
    const settings = applyPolicy(this.own, policy, this.options.log);
    this.policyKnown = true;
    if (JSON.stringify(settings) === JSON.stringify(this.current)) return false;
    this.current = settings;
    return true;
  }

  /** The next profile is made of what the cluster's objects show after this. */
  expire(): void {
    this.detection?.expire();
  }

  /** The profile to judge by; undefined while it is to be detected and the API has not answered yet. */
  async profile(): Promise<ClusterProfile | undefined> {
    const { current, detection } = this;
    return detection === undefined ? current.profile : detection.profile(current, current.reportIntervalSeconds);
  }
}
