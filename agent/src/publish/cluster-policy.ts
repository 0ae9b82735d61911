import type { ClusterProfile, ReadinessPolicy } from '@calico-readiness/requirements';
import { readinessPolicyName } from '@calico-readiness/requirements';
import { readDeclaredProfile } from '../declared-profile';
import type { AgentLog } from './agent-log';

/** What the administrator's policy changes for the agent. */
export interface PolicySettings {
  readonly profile: ClusterProfile;
  readonly reportIntervalSeconds: number;
}

/**
 * The agent's own settings with those of the policy on top. Only `source` and `from` tell who said it. What of a policy
 * can not be used, for instance a field of a later version, is logged and left out; the rest counts.
 */
export function applyPolicy(own: PolicySettings, policy: ReadinessPolicy | undefined, log: AgentLog): PolicySettings {
  const { values, problems } = readDeclaredProfile(policy?.spec?.profile ?? {});
  for (const { field, message } of problems) log.warn({ field }, `ReadinessPolicy ${readinessPolicyName}: spec.profile.${field} ${message}`);
  const from = `ReadinessPolicy ${readinessPolicyName}`;
  const declared = Object.entries(values).map(([name, value]) => [name, { value, source: 'declared', from }]);
  const interval: unknown = policy?.spec?.reportIntervalSeconds;
  return {
    profile: { ...own.profile, ...(Object.fromEntries(declared) as Partial<ClusterProfile>) },
    reportIntervalSeconds: isInterval(interval) ? interval : own.reportIntervalSeconds,
  };
}

const isInterval = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 10 && value <= 86_400;
