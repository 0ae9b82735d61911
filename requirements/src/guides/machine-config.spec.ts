import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { textOfDataUrl } from './data-url';
import { applyCommand, deleteCommand, machineConfig } from './machine-config';
import { calicoConf } from './network-managers/networkmanager-file';
import { networkManagerGuide } from './network-managers/networkmanager-guide';
import { noSituation } from './guide-situation';

describe('machineConfig', () => {
  const change = networkManagerGuide.change(noSituation);

  it('brings a file in the form that Ignition 3.2.0 reads', () => {
    expect(machineConfig({ role: 'worker', guide: 'networkmanager', change })).toEqual({
      apiVersion: 'machineconfiguration.openshift.io/v1',
      kind: 'MachineConfig',
      metadata: {
        name: '99-worker-calico-networkmanager',
        labels: {
          'machineconfiguration.openshift.io/role': 'worker',
          'calicoreadiness.io/guide': 'networkmanager',
        },
      },
      spec: {
        config: {
          ignition: { version: '3.2.0' },
          storage: {
            files: [
              {
                path: '/etc/NetworkManager/conf.d/calico.conf',
                mode: 420,
                overwrite: true,
                contents: {
                  source:
                    'data:,%5Bkeyfile%5D%0Aunmanaged-devices%3Dinterface-name%3Acali%2A%3Binterface-name%3Atunl%2A%3Binterface-name%3Avxlan.calico%3Binterface-name%3Avxlan-v6.calico%3Binterface-name%3Awireguard.cali%3Binterface-name%3Awg-v6.cali%0A',
                },
              },
            ],
          },
        },
      },
    });
  });

  it('masks units and leaves storage out when there is no file', () => {
    const masks = machineConfig({
      role: 'infra',
      guide: 'firewalld',
      change: { files: [], maskedUnits: ['firewalld.service', 'nftables.service'] },
    });
    expect(masks.spec.config).toEqual({
      ignition: { version: '3.2.0' },
      systemd: {
        units: [
          { name: 'firewalld.service', mask: true, enabled: false },
          { name: 'nftables.service', mask: true, enabled: false },
        ],
      },
    });
  });

  it('survives the way through YAML, whatever the role and the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (role, content) => {
        const object = machineConfig({
          role,
          guide: 'kernel-modules',
          change: { files: [{ path: '/x', content }], maskedUnits: [] },
        });
        const read = parse(stringify(object)) as typeof object;
        expect(read).toEqual(object);
        expect(textOfDataUrl(read.spec.config.storage?.files[0]?.contents.source ?? '')).toBe(content);
      }),
    );
  });

  it('is applied and taken back by its name', () => {
    expect(applyCommand('worker', 'firewalld')).toBe('oc apply -f 99-worker-calico-firewalld.yaml');
    expect(deleteCommand('worker', 'firewalld')).toBe('oc delete machineconfig 99-worker-calico-firewalld');
  });

  it('carries the documented list of interfaces', () => {
    expect(calicoConf.split('\n')).toEqual([
      '[keyfile]',
      'unmanaged-devices=interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali',
      '',
    ]);
  });
});
