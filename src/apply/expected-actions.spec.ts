import { machineConfig } from '@calico-readiness/requirements';
import type { MachineConfigResource } from '../k8s/machine-config';
import { expectedActions, readPolicies } from './expected-actions';

const path = '/etc/NetworkManager/conf.d/calico.conf';
const config = (content: string, maskedUnits: readonly string[] = []): MachineConfigResource =>
  machineConfig({ role: 'worker', guide: 'networkmanager', change: { files: [{ path, content }], maskedUnits } });
const withSpec = (spec: object): MachineConfigResource => {
  const object = config('a\n');
  return { ...object, spec: { ...object.spec, ...spec } };
};
const reload = { type: 'Reload', reload: { serviceName: 'NetworkManager.service' } };
const policies = (...actions: readonly object[]) => readPolicies({ files: [{ path, actions }] });
const reloads = [{ type: 'Reload', service: 'NetworkManager.service' }];

describe('expectedActions', () => {
  it.each<[string, Parameters<typeof expectedActions>, ReturnType<typeof expectedActions>]>([
    ['a new file', [undefined, config('a\n'), policies(reload)], reloads],
    ['another text', [config('a\n'), config('b\n'), policies(reload)], reloads],
    ['a file that goes', [config('a\n'), undefined, policies(reload)], reloads],
    [
      'an action beside it',
      [undefined, config('a\n'), policies({ type: 'Drain' }, reload)],
      [{ type: 'Drain' }, ...reloads],
    ],
    ['None alone', [undefined, config('a\n'), policies({ type: 'None' })], [{ type: 'None' }]],
    ['a reboot by policy', [undefined, config('a\n'), policies({ type: 'Reboot' })], null],
    ['an action of the operator alone', [undefined, config('a\n'), policies({ type: 'Special' })], null],
    ['an empty list', [undefined, config('a\n'), policies()], [{ type: 'None' }]],
    [
      'a policy of another path',
      [undefined, config('a\n'), readPolicies({ files: [{ path: '/b', actions: [reload] }] })],
      null,
    ],
    [
      'a policy of the folder',
      [undefined, config('a\n'), readPolicies({ files: [{ path: '/etc/NetworkManager', actions: [reload] }] })],
      null,
    ],
    ['a unit without a policy', [undefined, config('a\n', ['a.service']), policies(reload)], null],
    ['nothing changed', [config('a\n'), config('a\n'), policies(reload)], null],
    ['kernel arguments', [undefined, withSpec({ kernelArguments: ['a'] }), policies(reload)], null],
    [
      'kernel arguments that stay',
      [
        withSpec({ kernelArguments: ['a'] }),
        { ...config('b\n'), spec: { ...config('b\n').spec, kernelArguments: ['a'] } },
        policies(reload),
      ],
      reloads,
    ],
    [
      'empty fields',
      [undefined, withSpec({ kernelArguments: [], osImageURL: '', fips: false }), policies(reload)],
      reloads,
    ],
    ['rubbish', [undefined, config('a\n'), readPolicies({ files: 'x', units: [1, { name: 2 }] })], null],
  ])('for %s', (_what, [before, after, cluster], expected) => {
    expect(expectedActions(before, after, cluster)).toEqual(expected);
  });
});
