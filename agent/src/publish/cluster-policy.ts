import type { ClusterProfile, ProfileValues, ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile, isWithin, readinessPolicyName, reportIntervalRange } from '@calico-readiness/requirements';
import type { Declaration } from '../foundation/declared-profile';
import { readDeclaredProfile } from '../foundation/declared-profile';
import type { AgentLog } from '../foundation/agent-log';

/** What the administrator's policy changes for the agent. */
export interface PolicySettings extends Declaration {
  readonly reportIntervalSeconds: number;
  /** Whether flows between nodes may be tested: unless somebody says no. */
  readonly testFlows: boolean;
}

/**
 * The agent's own settings with those of the policy on top. Only `source` and `from` tell who said it. What of a policy
 * cannot be used, for instance a field of a later version, is logged and left out; the rest counts.
 */
export function applyPolicy(own: PolicySettings, policy: ReadinessPolicy | undefined, log: AgentLog): PolicySettings {
  const { values, writtenPorts, problems } = readDeclaredProfile(policy?.spec?.profile ?? {});
  for (const { field, message } of problems)
    log.warn({ field }, `ReadinessPolicy ${readinessPolicyName}: spec.profile.${field} ${message}`);
  const from = `ReadinessPolicy ${readinessPolicyName}`;
  const interval: unknown = policy?.spec?.reportIntervalSeconds;
  return {
    profile: declaredOver(own.profile, values, from),
    writtenPorts: values.ports === undefined ? own.writtenPorts : writtenPorts,
    reportIntervalSeconds: isWithin(reportIntervalRange, interval) ? interval : own.reportIntervalSeconds,
    testFlows: (policy?.spec as { readonly testFlows?: unknown } | undefined | null)?.testFlows !== false,
  };
}

/** What the policy declares over what the agent's own settings declare; the defaults of the rest hang on both. */
function declaredOver(own: ClusterProfile, values: Partial<ProfileValues>, from: string): ClusterProfile {
  const ownDeclared = Object.entries(own).filter(([name, { source }]) => source === 'declared' && !(name in values));
  const ownValues = Object.fromEntries(ownDeclared.map(([name, { value }]) => [name, value])) as Partial<ProfileValues>;
  return {
    ...declareProfile({ ...ownValues, ...values }, from),
    ...(Object.fromEntries(ownDeclared) as Partial<ClusterProfile>),
  };
}
