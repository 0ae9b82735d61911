import type { ClusterProfile, ReadinessPolicy } from '@calico-readiness/requirements';
import type { ProfileDetection } from '../cluster/profile-detection';
import type { AgentLog } from '../foundation/agent-log';
import type { PolicySettings } from '../publish/cluster-policy';
import { applyPolicy } from '../publish/cluster-policy';

/** What an agent judges by: its own options, the policy over them, and, if it is to detect, what the cluster's objects show. */
export class AgentSettings {
  /** Another object whenever anything in it changes. */
  current: PolicySettings;
  /** Whether the API has told what the policy is, or that there is none. */
  policyKnown = false;

  constructor(
    private readonly own: PolicySettings,
    private readonly detection: ProfileDetection | undefined,
    private readonly log: AgentLog,
  ) {
    this.current = own;
  }

  /** Takes over what the policy says; tells whether that changes anything. */
  takePolicy(policy: ReadinessPolicy | undefined): boolean {
    const settings = applyPolicy(this.own, policy, this.log);
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
