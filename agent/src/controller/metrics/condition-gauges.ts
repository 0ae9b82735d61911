import type { PolicyCondition } from '@calico-readiness/requirements';
import { policyConditionTypes } from '@calico-readiness/requirements';
import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

const metricOf: Readonly<Record<PolicyCondition['type'], readonly [name: string, help: string]>> = {
  Accepted: ['calico_readiness_policy_accepted', 'Whether agents can use all that the ReadinessPolicy declares.'],
  Detected: ['calico_readiness_profile_detected', "Whether every object was read that shows the cluster's profile."],
  WaiversValid: ['calico_readiness_policy_waivers_valid', 'Whether every waiver can be used, and none has ended.'],
};

/** A metric for each condition of the policy: 1 where it holds, 0 where it does not, and none where the policy has no such condition. */
export class ConditionGauges {
  private readonly gauges: ReadonlyMap<PolicyCondition['type'], Gauge>;

  constructor(registry: Registry) {
    this.gauges = new Map(
      policyConditionTypes.map((type) => {
        const [name, help] = metricOf[type];
        return [type, new Gauge({ name, help, registers: [registry] })];
      }),
    );
  }

  /** Takes over what the conditions say; of none there is none. */
  take(conditions: readonly PolicyCondition[]): void {
    for (const [type, gauge] of this.gauges) {
      const condition = conditions.find((candidate) => candidate.type === type);
      // One that is reset would be 0, which says that the condition does not hold.
      if (condition === undefined) gauge.remove();
      else gauge.set(condition.status === 'True' ? 1 : 0);
    }
  }
}
