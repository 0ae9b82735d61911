import type { NodeChange, MachineConfigObject } from '@calico-readiness/requirements';
import { machineConfig } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { parse } from 'yaml';
import { manifestsFor } from './manifest-texts';

const change: NodeChange = {
  guide: 'networkmanager',
  requirements: ['networkmanager-ignores-tunl'],
  change: { files: [{ path: '/etc/a.conf', content: 'a: b # c\n' }], maskedUnits: ['a.service'] },
};
const objectFor = (role: string) => machineConfig({ role, guide: change.guide, change: change.change });

describe('the manifests', () => {
  it('are a file for each role, named like its object', () => {
    expect(manifestsFor([change], ['master', 'worker'], 'machine-config').map(({ fileName }) => fileName)).toEqual([
      '99-master-calico-networkmanager.yaml',
      '99-worker-calico-networkmanager.yaml',
    ]);
  });

  it.each([
    'on',
    'y',
    'NO',
    'null',
    '0777',
    '1e3',
    '1:20',
    '0b1',
    '0o7',
    '2001-01-01',
    '1_000',
    '~',
    '<<',
    '=',
    '.inf',
  ])('quote the role %s, which one reader of YAML takes for something else', (role) => {
    const [manifest] = manifestsFor([change], [role], 'machine-config');

    for (const version of ['1.1', '1.2'] as const) expect(parse(manifest!.text, { version })).toEqual(objectFor(role));
  });

  it('say the same to readers of YAML 1.1 and 1.2, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (role, content) => {
        const changed = { ...change, change: { ...change.change, files: [{ path: `/etc/${content}`, content }] } };
        const [manifest] = manifestsFor([changed], [role], 'machine-config');
        const object = machineConfig({ role, guide: change.guide, change: changed.change });
        for (const version of ['1.1', '1.2'] as const) expect(parse(manifest!.text, { version })).toEqual(object);
      }),
    );
  });

  it('are ConfigMaps with the same MachineConfig in them for a NodePool', () => {
    const [manifest] = manifestsFor([change], ['worker'], 'node-pool-config');
    const { data, ...rest } = parse(manifest!.text) as { readonly data: { readonly config: string } };

    expect(rest).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: '99-worker-calico-networkmanager' },
    });
    expect(parse(data.config) as MachineConfigObject).toEqual(objectFor('worker'));
    expect(data.config).toBe(manifestsFor([change], ['worker'], 'machine-config')[0]!.text);
  });
});
