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

describe('describeNetworkManager', () => {
  it.each([
    [manager('running', { tunl0: true }), 'tunl0: managed, cali*: undecided'],
    [manager('stopped', { tunl0: false, 'cali*': true }), 'NetworkManager: stopped, tunl0: unmanaged, cali*: managed'],
    [manager('absent'), 'NetworkManager: not installed'],
    [manager('refuses-configuration'), 'refused: its configuration'],
  ] as const)('%j: %s', (networkManager, expected) => {
    expect(describeNetworkManager(networkManager, ['tunl0', 'cali*'])).toBe(expected);
  });
});
