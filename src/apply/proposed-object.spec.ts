import { machineConfig } from '@calico-readiness/requirements';
import type { HostChange } from '@calico-readiness/requirements';
import { readIgnition } from '../k8s/machine-config';
import type { MachineConfigResource } from '../k8s/machine-config';
import { isAdopted } from './ownership';
import { isApplied, proposedObject } from './proposed-object';
import { noteReplaced, replacedConfigurations } from './replaced-configurations';
import { poolObject } from '../testing/cluster-objects';

const wanted = (change: Partial<HostChange>) =>
  machineConfig({ role: 'worker', guide: 'kernel-modules', change: { files: [], maskedUnits: [], ...change } });
const modules = (...names: readonly string[]) =>
  wanted({ files: [{ path: '/etc/modules-load.d/calico.conf', content: `${names.join('\n')}\n` }] });

const stored = (object: MachineConfigResource): MachineConfigResource => ({
  ...object,
  metadata: {
    ...object.metadata,
    uid: 'u',
    resourceVersion: '7',
    ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'x', uid: 'y' }],
    managedFields: [{ manager: 'oc' }],
  },
});

describe('proposedObject', () => {
  it('is what the guide wants where nothing is there', () => {
    expect(proposedObject(modules('ipip'), undefined)).toEqual(modules('ipip'));
  });

  it('adds modules to those that were fixed before, which the guide no longer speaks of', () => {
    const proposed = proposedObject(modules('vxlan'), stored(modules('ipip')));
    expect(readIgnition(proposed).files.get('/etc/modules-load.d/calico.conf')).toBe('ipip\nvxlan\n');
  });

  it('keeps units, files, fields and owners of what is there, and names its version', () => {
    const there = stored(wanted({ files: [{ path: '/etc/other', content: 'x' }], maskedUnits: ['nftables.service'] }));
    const proposed = proposedObject(wanted({ maskedUnits: ['firewalld.service'] }), {
      ...there,
      spec: { ...there.spec, kernelArguments: ['a'] },
    });
    expect(proposed.metadata).toMatchObject({ uid: 'u', resourceVersion: '7', ownerReferences: [{ name: 'x' }] });
    expect(proposed.metadata).not.toHaveProperty('managedFields');
    expect(proposed.spec).toMatchObject({ kernelArguments: ['a'] });
    expect([...readIgnition(proposed).files.keys()]).toEqual(['/etc/other']);
    expect([...readIgnition(proposed).masks]).toEqual([
      ['nftables.service', true],
      ['firewalld.service', true],
    ]);
  });

  it('notes that it only added to what somebody else made', () => {
    const role = { 'machineconfiguration.openshift.io/role': 'worker' };
    const theirs = stored({ metadata: { name: 'x', labels: role }, spec: modules('ipip').spec });
    expect(isAdopted(proposedObject(modules('vxlan'), theirs))).toBe(true);
    expect(isAdopted(proposedObject(modules('vxlan'), stored(modules('ipip'))))).toBe(false);
  });

  it('leaves nothing of an Ignition whose files have another form', () => {
    const old = {
      metadata: {},
      spec: { config: { ignition: { version: '2.2.0' }, storage: { files: [{ path: '/a' }] } } },
    };
    expect(proposedObject(modules('ipip'), old).spec).toEqual(modules('ipip').spec);
  });
});

describe('isApplied', () => {
  it.each<[string, boolean, MachineConfigResource, ReturnType<typeof wanted>]>([
    ['the same', true, modules('ipip'), modules('ipip')],
    ['more than is wanted', true, modules('ipip', 'vxlan'), modules('vxlan')],
    ['nothing wanted', true, modules('ipip'), wanted({})],
    ['less than is wanted', false, modules('ipip'), modules('ipip', 'vxlan')],
    ['a unit that is not masked', false, modules('ipip'), wanted({ maskedUnits: ['a.service'] })],
  ])('compares %s: %s', (_what, expected, existing, wish) => {
    expect(isApplied(wish, existing)).toBe(expected);
  });
});

describe('replacedConfigurations', () => {
  const pool = { ...poolObject('worker'), spec: { configuration: { name: 'rendered-1' } } };

  it('reads what an update noted', () => {
    expect(replacedConfigurations(noteReplaced(modules('a'), [pool, poolObject('x')]))).toEqual({
      worker: 'rendered-1',
    });
  });

  it.each(['', '{', '[]', '{"worker":3}', 'null'])('is nothing for %j', (note) => {
    const object = { metadata: { annotations: { 'calicoreadiness.io/replaced': note } } };
    expect(replacedConfigurations(object)).toEqual({});
  });
});
