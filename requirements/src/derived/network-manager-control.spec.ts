import type { NetworkManager } from '../model/network-manager';
import { describeNetworkManager, networkManagerControl } from './network-manager-control';

const manager = (daemon: NetworkManager['daemon'], manages: NetworkManager['manages'] = {}): NetworkManager => ({
  daemon,
  configurationFiles: [],
  manages,
});

describe('networkManagerControl of two interfaces', () => {
  it.each([
    [false, false, 'ignored'],
    [false, null, 'undetermined'],
    [true, null, 'managed'],
    [true, false, 'managed'],
  ] as const)('%s and %s: %s', (first, second, expected) => {
    const networkManager = manager('running', { 'vxlan.calico': first, 'vxlan-v6.calico': second });
    expect(networkManagerControl(networkManager, ['vxlan.calico', 'vxlan-v6.calico'])).toBe(expected);
  });
});

describe('networkManagerControl of two interfaces, where the daemon is stopped', () => {
  it.each([
    [false, null, 'undetermined'],
    [true, null, 'managed-when-started'],
    [true, false, 'managed-when-started'],
  ] as const)('%s and %s: %s', (first, second, expected) => {
    const networkManager = manager('stopped', { 'vxlan.calico': first, 'vxlan-v6.calico': second });
    expect(networkManagerControl(networkManager, ['vxlan.calico', 'vxlan-v6.calico'])).toBe(expected);
  });
});

describe('networkManagerControl of an interface that exists', () => {
  it.each([
    ['running', false, true, 'reload-needed', 'tunl0: managed (configuration: unmanaged)'],
    ['running', true, true, 'managed', 'tunl0: managed'],
    ['running', null, true, 'managed', 'tunl0: managed'],
    ['running', true, false, 'managed-later', 'tunl0: unmanaged (configuration: managed)'],
    ['running', false, false, 'ignored', 'tunl0: unmanaged'],
    ['running', null, false, 'ignored', 'tunl0: unmanaged'],
    ['stopped', false, true, 'ignored', 'NetworkManager: stopped, tunl0: unmanaged'],
    ['unknown', false, true, 'ignored', 'NetworkManager: unknown, tunl0: unmanaged'],
  ] as const)('%s, configured %s, live %s: %s', (daemon, configured, live, control, described) => {
    const networkManager = { ...manager(daemon, { tunl0: configured }), live: { tunl0: live } };
    expect(networkManagerControl(networkManager, ['tunl0'])).toBe(control);
    expect(describeNetworkManager(networkManager, ['tunl0'])).toBe(described);
  });

  it.each([
    [true, {}, 'managed'],
    [true, { 'vxlan-v6.calico': false }, 'reload-needed'],
    [null, {}, 'reload-needed'],
    [false, { 'vxlan.calico': false, 'vxlan-v6.calico': false }, 'ignored'],
  ] as const)('beside one that is configured %s, with %j: %s', (second, more, expected) => {
    const networkManager = {
      ...manager('running', { 'vxlan.calico': false, 'vxlan-v6.calico': second }),
      live: { 'vxlan.calico': true, ...more },
    };
    expect(networkManagerControl(networkManager, ['vxlan.calico', 'vxlan-v6.calico'])).toBe(expected);
  });
});

describe('networkManagerControl of an interface that will be managed later', () => {
  it.each([
    [null, 'undetermined'],
    [false, 'managed-later'],
    [true, 'managed'],
  ] as const)('beside one that is configured %s: %s', (second, expected) => {
    const networkManager = {
      ...manager('running', { 'vxlan.calico': true, 'vxlan-v6.calico': second }),
      live: { 'vxlan.calico': false },
    };
    expect(networkManagerControl(networkManager, ['vxlan.calico', 'vxlan-v6.calico'])).toBe(expected);
  });
});

describe('describeNetworkManager', () => {
  it.each([
    [manager('running', { tunl0: true }), 'tunl0: managed, cali*: unknown'],
    [manager('stopped', { tunl0: false, 'cali*': true }), 'NetworkManager: stopped, tunl0: unmanaged, cali*: managed'],
    [manager('absent'), 'NetworkManager: not installed'],
    [manager('refuses-configuration'), 'refused: its configuration'],
  ] as const)('%j: %s', (networkManager, expected) => {
    expect(describeNetworkManager(networkManager, ['tunl0', 'cali*'])).toBe(expected);
  });
});
