import type { ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import { silentLog } from './agent-log';
import { applyPolicy } from './cluster-policy';

const own = { profile: declareProfile({ bgp: false }, 'command line'), reportIntervalSeconds: 900 };
const policy = (spec: unknown): ReadinessPolicy =>
  ({ apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'ReadinessPolicy', metadata: { name: 'cluster' }, spec }) as ReadinessPolicy;

describe('applyPolicy', () => {
  it('keeps the own settings without a policy', () => {
    expect(applyPolicy(own, undefined, silentLog)).toEqual(own);
  });

  it('puts what the policy declares over the own settings and names it', () => {
    const settings = applyPolicy(own, policy({ profile: { bgp: true, sctp: true }, reportIntervalSeconds: 60 }), silentLog);

    expect(settings).toEqual({
      profile: {
        ...own.profile,
        bgp: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' },
        sctp: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' },
      },
      reportIntervalSeconds: 60,
    });
  });

  it.each([[{ profile: { dataplane: 'Later' }, reportIntervalSeconds: 3 }], [{ profile: 'x' }], [null], [{ reportIntervalSeconds: '60' }]])(
    'leaves out what it can not use of %j',
    (spec) => {
      expect(applyPolicy(own, policy(spec), silentLog)).toEqual(own);
    },
  );
});
