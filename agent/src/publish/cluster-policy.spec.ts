import type { ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import { silentLog } from '../foundation/agent-log';
import { applyPolicy } from './cluster-policy';

const own = {
  profile: declareProfile({ bgp: false }, 'command line'),
  writtenPorts: {},
  reportIntervalSeconds: 900,
  testFlows: true,
};
const policy = (spec: unknown): ReadinessPolicy =>
  ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name: 'cluster' },
    spec,
  }) as ReadinessPolicy;

describe('applyPolicy', () => {
  it('keeps the own settings without a policy', () => {
    expect(applyPolicy(own, undefined, silentLog)).toEqual(own);
  });

  it('puts what the policy declares over the own settings and names it', () => {
    const settings = applyPolicy(
      own,
      policy({ profile: { bgp: true, sctp: true }, reportIntervalSeconds: 60 }),
      silentLog,
    );

    expect(settings).toEqual({
      profile: {
        ...own.profile,
        bgp: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' },
        sctp: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' },
      },
      writtenPorts: {},
      reportIntervalSeconds: 60,
      testFlows: true,
    });
  });

  it('lets flows be tested unless the policy says no', () => {
    const allows = (spec: unknown): boolean => applyPolicy(own, policy(spec), silentLog).testFlows;
    expect(allows({ testFlows: false })).toBe(false);
    expect([{}, null, { testFlows: true }, { testFlows: 'off' }].map(allows)).toEqual([true, true, true, true]);
  });

  it('takes the defaults of the Calico release that the policy declares', () => {
    const { profile } = applyPolicy(own, policy({ profile: { calicoVersion: 'v3.31' } }), silentLog);

    expect(profile.dataplane).toEqual({ value: 'BPF', source: 'defaulted', from: 'default of Calico v3.31' });
    expect(profile.kubeProxyMode.value).toBe('none');
    expect(profile.bgp).toEqual({ value: false, source: 'declared', from: 'command line' });
  });

  it('knows which ports the policy writes down, which those of the command line do not outlive', () => {
    const ports = { ...own, writtenPorts: { vxlan: 4790 } };

    expect(applyPolicy(ports, policy({ profile: { ports: { bgp: 1179 } } }), silentLog).writtenPorts).toEqual({
      bgp: 1179,
    });
    expect(applyPolicy(ports, policy({ profile: { bgp: true } }), silentLog).writtenPorts).toEqual({ vxlan: 4790 });
  });

  it.each([
    [{ profile: { dataplane: 'Later' }, reportIntervalSeconds: 3 }],
    [{ profile: 'x' }],
    [null],
    [{ reportIntervalSeconds: '60' }],
  ])('leaves out what it cannot use of %j', (spec) => {
    expect(applyPolicy(own, policy(spec), silentLog)).toEqual(own);
  });
});
