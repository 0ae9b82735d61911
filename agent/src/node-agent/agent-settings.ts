import type { CalicoPorts, ClusterProfile, ReadinessPolicy, TestedFacts } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import type { OtherServer } from '../cluster/api-servers';
import type { KubeConfig } from '../cluster/kube-config';
import type { FlowPace } from '../flow-agent/flow-pace';
import type { FlowKeySecret } from '../flow-agent/peer-list/flow-key';
import type { PeerConfigMaps } from '../flow-agent/peer-list/read-peer-shards';
import type { AgentLog } from '../foundation/agent-log';
import type { Observation } from '../observation/observe-host';
import type { PolicySettings } from '../publish/cluster-policy';
import { applyPolicy } from '../publish/cluster-policy';
import type { PublishedProfile } from '../publish/published-profile';
import { judgedBy, readPublishedProfile } from '../publish/published-profile';

/** What an agent needs to know, and what it may be told. */
export interface AgentOptions {
  readonly kubeConfig: KubeConfig;
  /** Asked while the server of the kubeconfig cannot be reached. */
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
  /** Seconds to wait for a controller's profile before anything is reported by declarations and defaults alone; 0. */
  readonly awaitProfileSeconds?: number;
  /** Seconds that an observation or an attempt to publish may be late before the agent is taken to hang; 300. */
  readonly overdueSeconds?: number;
  /** Where the list of peers is published; without it no flows to them are tested. */
  readonly peersConfigMaps?: PeerConfigMaps;
  /** Where the key of challenges is. */
  readonly flowKeySecret?: FlowKeySecret;
  /** By which time flows are tested; by the machine's clock otherwise. */
  readonly flowPace?: FlowPace;
  /** Called when an observation has ended, failed ones too: the agent is alive. Must not reject. */
  readonly observationEnded?: () => Promise<void>;
  /** Ends the agent. */
  readonly signal: AbortSignal;
  /** Nothing is logged without it. */
  readonly log?: AgentLog;
  /** How the host is looked at; else by its files. For benches of many agents in one process. */
  readonly look?: (profile: ClusterProfile) => Promise<Observation>;
  /** Tests how the node gets to the API, and at which address pods are told that it is; not tested when left out. */
  readonly apiTests?: { readonly service?: string };
  /** What the agent found out by its own traffic, asked before each observation. */
  readonly tested?: () => TestedFacts;
  /** In [0, 1); for tests. */
  readonly random?: () => number;
}

/** The same for an agent at work: whoever does not listen has a silent log. */
export type RunningAgentOptions = AgentOptions & Required<Pick<AgentOptions, 'log' | 'random'>>;

const nobodyPublishes =
  'No controller has published a cluster profile; what is not declared is the default of the Calico release';

/** What an agent judges by: its own options, what the controller published over them, and what the policy declares over both. */
export class AgentSettings {
  /** Another object whenever anything in it changes. */
  current: PolicySettings;
  /** Whether the API has told what the policy is, or that there is none. */
  policyKnown = false;
  /** Until when a controller's profile is waited for, by the monotonic clock, milliseconds. */
  readonly awaitedUntil: number;

  private readonly own: PolicySettings;
  private readonly declaresItself: boolean;
  /** The last one that was seen: it counts while the controller is away, and the policy with it. */
  private published: PublishedProfile | undefined;
  private toldOfNone = false;

  constructor(private readonly options: RunningAgentOptions) {
    this.own = {
      profile: options.profile ?? declareProfile({}, ''),
      writtenPorts: options.writtenPorts ?? {},
      reportIntervalSeconds: options.reportIntervalSeconds ?? 900,
      testFlows: true,
    };
    this.declaresItself = Object.values(this.own.profile).some(({ source }) => source === 'declared');
    this.current = this.own;
    this.awaitedUntil = performance.now() + (options.awaitProfileSeconds ?? 0) * 1000;
  }

  /** Takes over what the policy says; tells whether that changes anything. */
  takePolicy(policy: ReadinessPolicy | undefined): boolean {
    const wasAwaiting = this.isAwaitingProfile;
    const declared = applyPolicy(this.own, policy, this.options.log);
    const published = readPublishedProfile(policy, this.options.nodeName);
    this.published = published ?? (this.published && { ...this.published, isCurrent: false });
    const settings = { ...declared, profile: judgedBy(declared, this.published, this.declaresItself) };
    this.policyKnown = true;
    const ended = wasAwaiting && !this.isAwaitingProfile;
    if (JSON.stringify(settings) === JSON.stringify(this.current)) return ended;
    this.current = settings;
    return true;
  }

  /** Whether a report had better wait for a profile: one that is judged by the wrong profile is worse than a late one. */
  get isAwaitingProfile(): boolean {
    if (this.published !== undefined) return false;
    if (performance.now() < this.awaitedUntil) return true;
    const { awaitProfileSeconds = 0, log } = this.options;
    if (awaitProfileSeconds > 0 && !this.toldOfNone) log.warn({ awaitProfileSeconds }, nobodyPublishes);
    this.toldOfNone = true;
    return false;
  }
}
