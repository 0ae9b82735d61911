import type { HostFacts, Ipv6Devices } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { ipv6Probe } from './ipv6';

afterEach(removeTemporaryHosts);

const directory = 'proc/sys/net/ipv6/conf';

/** Files of devices, each with its disable_ipv6. */
const devices = (values: Readonly<Record<string, number>>): HostTree =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${directory}/${name}/disable_ipv6`, `${value}\n`]),
  );

const enabledIn = async (tree: HostTree, live = false): Promise<HostFacts['ipv6Enabled']> =>
  (await ipv6Probe.gather(temporaryHost(tree, { live }))).ipv6Enabled;
const devicesIn = async (tree: HostTree, live = false): Promise<HostFacts['ipv6Devices']> =>
  (await ipv6Probe.gather(temporaryHost(tree, { live }))).ipv6Devices;

describe('whether the kernel has IPv6', () => {
  const without: HostTree = { 'proc/sys/net/ipv4/ip_forward': '1\n' };

  it('shows in /proc/sys/net, whatever is switched off there', async () => {
    expect(await enabledIn(devices({ all: 1 }))).toEqual(observed(true, 'proc/sys/net/ipv6'));
  });

  it('is denied by its absence on a running system', async () => {
    expect(await enabledIn(without, true)).toEqual(observed(false, 'proc/sys/net/ipv6'));
  });

  it.each([
    ['ipv6.disable=1', true],
    ['quiet "ipv6.disable=1"', true],
    ['ipv6.disable=0 ipv6.disable=1', true],
    ['ipv6.disable=01', true],
    ['ipv6.disable=1 ipv6.disable=0', false],
    ['ipv6.disable=', false],
    ['ipv6.disable_ipv6=1', false],
    ['quiet', false],
  ])('is denied in a captured tree by the command line %j: %s', async (commandLine, off) => {
    expect(await enabledIn({ ...without, 'proc/cmdline': `${commandLine}\n` })).toEqual(
      off
        ? observed(false, 'proc/cmdline')
        : unavailable('not-found', 'proc/sys/net/ipv6', 'a captured tree may lack it'),
    );
  });

  it('is not known without /proc', async () => {
    expect(await enabledIn({})).toEqual(unavailable('not-found', 'proc/sys/net/ipv6'));
  });
});

describe('the devices on which IPv6 is off', () => {
  it.each<[string, Readonly<Record<string, number>>, Ipv6Devices]>([
    ['none', { all: 0, default: 0, lo: 0, eth0: 0 }, { offByDefault: false, calicoOff: {}, uplinks: 'on' }],
    ['all', { all: 1, default: 1, lo: 1, eth0: 1, eth1: 1 }, { offByDefault: true, calicoOff: {}, uplinks: 'off' }],
    [
      'all but one',
      { all: 1, default: 1, lo: 1, eth0: 1, eth1: 0 },
      { offByDefault: true, calicoOff: {}, uplinks: 'on' },
    ],
    [
      'none, whatever all says',
      { all: 1, default: 0, lo: 0, eth0: 0 },
      { offByDefault: false, calicoOff: {}, uplinks: 'on' },
    ],
    [
      "one of Calico's own",
      { all: 0, default: 0, eth0: 0, 'vxlan-v6.calico': 1, 'wg-v6.cali': 0 },
      { offByDefault: false, calicoOff: { 'vxlan-v6.calico': true, 'wg-v6.cali': false }, uplinks: 'on' },
    ],
    [
      'every one that can have the address of the node',
      { all: 1, default: 1, lo: 0, eth0: 1, cali12345678901: 0, docker0: 0, 'vxlan.calico': 0, 'br-0a1b': 0 },
      { offByDefault: true, calicoOff: {}, uplinks: 'off' },
    ],
    [
      'unknown, where none was captured',
      { all: 0, default: 0, lo: 0 },
      { offByDefault: false, calicoOff: {}, uplinks: 'none' },
    ],
  ])('are %s', async (_case, values, expected) => {
    expect(await devicesIn(devices(values))).toEqual(observed(expected, directory));
  });

  it.each([
    ['no default', devices({ all: 0, eth0: 0 }), unavailable('not-found', `${directory}/default/disable_ipv6`)],
    ['no IPv6', { 'proc/sys/net/core/somaxconn': '128\n' }, unavailable('not-found', directory)],
    [
      'a device with rubbish',
      { ...devices({ default: 0 }), [`${directory}/eth0/disable_ipv6`]: 'x' },
      unavailable('malformed', `${directory}/eth0/disable_ipv6`, 'is no number'),
    ],
    [
      'more devices than any host has',
      devices({ default: 1, ...Object.fromEntries(Array.from({ length: 513 }, (_, index) => [`vlan${index}`, 1])) }),
      unavailable('too-large', directory, 'holds more than 512 network devices'),
    ],
  ])('are not known with %s', async (_case, tree, expected) => {
    expect(await devicesIn(tree)).toEqual(expected);
  });

  it('do not count a device that is gone meanwhile', async () => {
    const tree = { ...devices({ default: 0, eth0: 1 }), [`${directory}/eth1/forwarding`]: '0\n' };
    expect(await devicesIn(tree)).toMatchObject({ value: { uplinks: 'off' } });
  });

  it('are not known where one may not be read and the others are off', async () => {
    const denied = `${directory}/eth1/disable_ipv6`;
    const host = temporaryHost(devices({ default: 0, eth0: 1, eth1: 0 }), {
      files: (files) => denyingFiles(files, denied),
    });
    expect((await ipv6Probe.gather(host)).ipv6Devices).toEqual(unavailable('denied', denied));
  });
});

describe('on a running system', () => {
  const tree = (own: string, first: string): HostTree => ({
    ...devices({ default: 1, eth0: 1 }),
    'proc/self': { linkTo: '7' },
    'proc/7/ns/net': { linkTo: own },
    'proc/1/ns/net': { linkTo: first },
  });
  const unseen = unavailable('unsupported', directory, "not shown to be that of the host's network namespace");

  it("counts what the agent sees from within the host's network namespace", async () => {
    expect((await devicesIn(tree('net:[1]', 'net:[1]'), true)).status).toBe('observed');
  });

  it("does not count what it sees from a pod's", async () => {
    expect(await devicesIn(tree('net:[2]', 'net:[1]'), true)).toEqual(unseen);
  });

  it('does not count it where nothing shows whose it is', async () => {
    expect(await devicesIn(devices({ default: 1, eth0: 1 }), true)).toEqual(unseen);
  });
});
