import type { DisruptionEntry } from '@calico-readiness/requirements';
import { canTakeBack, clusterDisruption, policyStanding } from './policy-standing';
import type { MachineConfigurationResource } from './policy-standing';

const manager = 'calico-readiness/99-worker-calico-networkmanager';
const path = '/etc/a';
const reload = { type: 'Reload', reload: { serviceName: 'a.service' } } as const;
const none = { type: 'None' };
const entries: readonly DisruptionEntry[] = [{ path, actions: [reload] }];
const key = `k:{"path":"${path}"}`;
const whole = { '.': {}, 'f:path': {}, 'f:actions': {} };
const owner = (name: string, parts: object, operation = 'Apply') => ({
  manager: name,
  operation,
  fieldsV1: { 'f:spec': { 'f:nodeDisruptionPolicy': { 'f:files': { [key]: parts } } } },
});

interface Situation {
  readonly wished?: readonly object[];
  readonly inForce?: readonly object[];
  readonly observed?: number;
  readonly managedFields?: readonly object[];
}
const cluster = ({ wished, inForce, observed = 2, managedFields = [] }: Situation): MachineConfigurationResource =>
  ({
    metadata: { name: 'cluster', generation: 2, managedFields },
    spec: wished === undefined ? {} : { nodeDisruptionPolicy: { files: [{ path, actions: wished }] } },
    status: {
      observedGeneration: observed,
      nodeDisruptionPolicyStatus: {
        clusterPolicies: { files: inForce === undefined ? [] : [{ path, actions: inForce }] },
      },
    },
  }) as MachineConfigurationResource;

describe('policyStanding', () => {
  it.each<[string, Situation, string]>([
    ['open where the cluster has nothing for the path', {}, 'open'],
    ['waiting where the operator has not taken it over', { wished: [reload] }, 'waiting'],
    ['waiting where its status is from before', { wished: [reload], inForce: [reload], observed: 1 }, 'waiting'],
    ['in force', { wished: [reload], inForce: [reload] }, 'in-force'],
    [
      'in force where somebody drains as well',
      { wished: [{ type: 'Drain' }, reload], inForce: [{ type: 'Drain' }, reload] },
      'in-force',
    ],
    ['another one where somebody has another action', { wished: [none], inForce: [none] }, 'other'],
    ['another one where somebody has a reboot', { wished: [{ type: 'Reboot' }] }, 'other'],
    [
      'open where only this manager had another action',
      { wished: [none], managedFields: [owner(manager, whole)] },
      'open',
    ],
    [
      'another one where it was edited since',
      {
        wished: [none],
        managedFields: [owner(manager, { 'f:path': {} }), owner('kubectl-edit', { 'f:actions': {} }, 'Update')],
      },
      'other',
    ],
  ])('is %s', (_what, situation, kind) => {
    const disruption = clusterDisruption([cluster(situation)]);
    expect(disruption && policyStanding(disruption, entries, manager).kind).toBe(kind);
  });

  it('is of no release without the status', () => {
    expect(clusterDisruption([])).toBeUndefined();
    expect(clusterDisruption([{ metadata: { name: 'cluster' }, spec: {}, status: {} }])).toBeUndefined();
    expect(clusterDisruption([{ ...cluster({}), metadata: { name: 'other' } }])).toBeUndefined();
  });
});

describe('canTakeBack', () => {
  it.each<[string, readonly object[], boolean | undefined]>([
    ['what nobody applied', [], undefined],
    ['what another manager applied', [owner('other', whole)], undefined],
    ['what this manager applied', [owner(manager, whole)], true],
    ['what others applied as well', [owner(manager, whole), owner('other', whole)], true],
    [
      'what somebody edited since',
      [owner(manager, { '.': {}, 'f:path': {} }), owner('kubectl-edit', { 'f:actions': {} }, 'Update')],
      false,
    ],
    [
      'rubbish',
      [
        {
          manager,
          operation: 'Apply',
          fieldsV1: { 'f:spec': { 'f:nodeDisruptionPolicy': { 'f:files': { 'k:{': {}, x: {} } } } },
        },
      ],
      undefined,
    ],
  ])('of %s', (_what, managedFields, expected) => {
    expect(canTakeBack(cluster({ managedFields }), manager)).toBe(expected);
  });
});
