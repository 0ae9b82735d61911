import { machineConfig } from '@calico-readiness/requirements';
import type { MachineConfigResource } from '../k8s/machine-config';
import { poolObject } from '../testing/cluster-objects';
import { mergeFaults } from './merge-faults';

const path = '/etc/NetworkManager/conf.d/calico.conf';
const change = { files: [{ path, content: 'ours\n' }], maskedUnits: ['firewalld.service'] };
const ours = (role = 'worker') => machineConfig({ role, guide: 'networkmanager', change });

const other = (name: string, config: object, role = 'worker'): MachineConfigResource => ({
  metadata: { name, labels: { 'machineconfiguration.openshift.io/role': role } },
  spec: { config },
});
const file = (source: string) => ({ storage: { files: [{ path, contents: { source } }] } });
const unit = (mask?: boolean) => ({
  systemd: { units: [{ name: 'firewalld.service', ...(mask !== undefined && { mask }) }] },
});

const pools = [poolObject('worker'), poolObject('infra', { roles: ['worker', 'infra'] })];
const everywhere = { pools: ['worker', 'infra'], certain: true };

describe('mergeFaults', () => {
  it.each<[string, MachineConfigResource, object[]]>([
    [
      'a file of a later name',
      other('99-worker-z', file('data:,theirs%0A')),
      [{ kind: 'file', name: path, ...everywhere }],
    ],
    ['base64', other('99-worker-z', file('data:;base64,dGhlaXJzCg==')), [{ kind: 'file', name: path, ...everywhere }]],
    [
      'a link in its place',
      other('99-worker-z', { storage: { links: [{ path }] } }),
      [{ kind: 'file', name: path, ...everywhere }],
    ],
    ['what cannot be read', other('99-worker-z', file('https://x/')), [{ kind: 'file', name: path, ...everywhere }]],
    [
      'a unit that is not to be masked',
      other('99-worker-z', unit(false)),
      [{ kind: 'unit', name: 'firewalld.service', ...everywhere }],
    ],
  ])('finds %s', (_what, config, expected) => {
    expect(mergeFaults(ours(), [config], pools)).toEqual(expected.map((fault) => ({ other: '99-worker-z', ...fault })));
  });

  it.each<[string, MachineConfigResource]>([
    ['an earlier name', other('98-worker-z', file('data:,theirs%0A'))],
    ['the same content', other('99-worker-z', file('data:text/plain;base64,b3Vycwo='))],
    ['a unit that says nothing of the mask', other('99-worker-z', unit())],
    ['another role', other('99-master-z', file('data:,theirs%0A'), 'master')],
    ['itself', other('99-worker-calico-networkmanager', file('data:,theirs%0A'))],
    ['rubbish', { metadata: { name: 'zz', labels: { 'machineconfiguration.openshift.io/role': 'worker' } }, spec: [] }],
  ])('has nothing to say of %s', (_what, config) => {
    expect(mergeFaults(ours(), [config], pools)).toEqual([]);
  });

  it('is not certain where only some releases put a custom role last', () => {
    const early = other('50-infra', file('data:,theirs%0A'), 'infra');
    expect(mergeFaults(ours(), [early], pools)).toMatchObject([
      { other: '50-infra', pools: ['infra'], certain: false },
    ]);
    const late = other('99-worker-z', file('data:,theirs%0A'));
    expect(mergeFaults(ours('infra'), [late], pools)).toMatchObject([{ pools: ['infra'], certain: false }]);
  });
});
