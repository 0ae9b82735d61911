import { disruptionPolicy, disruptionPolicyManager, machineConfiguration } from './disruption-policy';
import type { GuideSituation } from './guide-situation';
import { noSituation } from './guide-situation';
import type { HostChange } from './host-change';

const files = (...paths: readonly string[]): HostChange => ({
  files: paths.map((path) => ({ path, content: '\n' })),
  maskedUnits: [],
});
const networkManager = '/etc/NetworkManager/conf.d/calico.conf';
const modules = '/etc/modules-load.d/calico.conf';
const reload = { type: 'Reload', reload: { serviceName: 'NetworkManager.service' } };
const restart = { type: 'Restart', restart: { serviceName: 'systemd-modules-load.service' } };

describe('disruptionPolicy', () => {
  it.each<[string, HostChange, Partial<GuideSituation>, unknown]>([
    ['reloads NetworkManager', files(networkManager), {}, [{ path: networkManager, actions: [reload] }]],
    [
      'loads modules that nothing keeps out',
      files(modules),
      { modules: { loadable: ['xt_set'] } },
      [{ path: modules, actions: [restart] }],
    ],
    ['does both', files(networkManager, modules), {}, [{ actions: [reload] }, { actions: [restart] }]],
    ['cannot stop a unit', { ...files(networkManager), maskedUnits: ['firewalld.service'] }, {}, null],
    ['cannot load what is blocked', files(modules), { modules: { loadable: ['xt_set'], blocked: ['ipip'] } }, null],
    ['cannot load what is blacklisted', files(modules), { modules: { blacklisted: ['ipip'] } }, null],
    ['cannot load what the running kernel has not', files(modules), { moduleTreeMissing: true }, null],
    ['is not read beside a file that NetworkManager refuses', files(networkManager), { refusedFiles: ['a'] }, null],
    ['knows nothing of another file', files(networkManager, '/etc/modprobe.d/calico.conf'), {}, null],
    ['has nothing to do without a file', files(), {}, null],
  ])('%s', (_what, change, situation, expected) => {
    const entries = disruptionPolicy(change, { ...noSituation, ...situation });
    if (expected === null) expect(entries).toBeNull();
    else expect(entries).toMatchObject(expected as object);
  });
});

describe('machineConfiguration', () => {
  it('has the entries alone, and none to take them back', () => {
    const metadata = { name: 'cluster', uid: 'u' };
    expect(machineConfiguration([{ path: '/a', actions: [] }], 'u')).toMatchObject({
      metadata,
      spec: { nodeDisruptionPolicy: { files: [{ path: '/a' }] } },
    });
    expect(machineConfiguration([], 'u')).toEqual({
      apiVersion: 'operator.openshift.io/v1',
      kind: 'MachineConfiguration',
      metadata,
    });
  });

  it('has a manager whose name is short enough for the API, whatever the role', () => {
    // metav1 validation: at most 128 bytes; a role is the value of a label, at most 63.
    expect(disruptionPolicyManager('r'.repeat(63), 'operating-system').length).toBeLessThanOrEqual(128);
  });
});
