import type { NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import { createSystemBus } from '../../host/bus/system-bus';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import type { FakeReply, ReceivedCall } from '../../../test/fake-service';
import { PrivateBus } from '../../../test/private-bus';
import { networkManagerProbe } from './network-manager';

const buses: PrivateBus[] = [];

afterEach(async () => {
  await Promise.all(buses.splice(0).map((bus) => bus.stop()));
  removeTemporaryHosts();
});

const installed: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  'usr/sbin/NetworkManager': 'ELF',
  'usr/lib/systemd/system/NetworkManager.service': '[Install]\nWantedBy=multi-user.target\n',
  'usr/lib/udev/rules.d/85-nm-unmanaged.rules':
    'ENV{ID_NET_DRIVER}=="veth", ENV{INTERFACE}!="eth[0-9]*", ENV{NM_UNMANAGED}="1"\n',
  'run/systemd/units/invocation:dbus.service': { linkTo: '0123' },
};
const running: HostTree = { ...installed, 'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0123' } };
const unmanaging = '[keyfile]\nunmanaged-devices=interface-name:cali*;interface-name:tunl*\n';

const up = '0x1043\n';
const down = '0x1002\n';
const link = (name: string, index: number, flags: string): HostTree => ({
  [`sys/class/net/${name}/ifindex`]: `${String(index)}\n`,
  [`sys/class/net/${name}/flags`]: flags,
});

const variant = (signature: string, value: unknown) => [signature, value];
/** The reply to GetManagedObjects, as the daemon writes it. */
const devices = (managed: Readonly<Record<string, boolean>>): FakeReply => ({
  signature: 'a{oa{sa{sv}}}',
  body: [
    [
      ['/org/freedesktop/NetworkManager', [['org.freedesktop.NetworkManager', [['Version', variant('s', '1.52.0')]]]]],
      ...Object.entries(managed).map(([name, isManaged], index) => [
        `/org/freedesktop/NetworkManager/Devices/${String(index + 1)}`,
        [
          ['org.freedesktop.NetworkManager.Device.Statistics', [['RxBytes', variant('t', 12)]]],
          [
            'org.freedesktop.NetworkManager.Device',
            [
              ['Interface', variant('s', name)],
              ['State', variant('u', 10)],
              ['Managed', variant('b', isManaged)],
            ],
          ],
        ],
      ]),
    ],
  ],
});

interface Observation {
  readonly networkManager: NetworkManager;
  readonly calls: readonly ReceivedCall[];
}

/** Looks at a host on whose bus NetworkManager gives this reply, or that has no bus. */
async function observe(tree: HostTree, reply?: FakeReply): Promise<Observation> {
  const host = temporaryHost(tree);
  const calls: ReceivedCall[] = [];
  if (reply !== undefined) {
    const bus = await PrivateBus.start(host.files.root);
    buses.push(bus);
    await bus.serve('org.freedesktop.NetworkManager', (call) => (calls.push(call), reply));
  }
  const { networkManager } = await networkManagerProbe.gather({ ...host, systemBus: createSystemBus(host.files, 500) });
  if (networkManager.status === 'unavailable') throw new Error(`unavailable: ${networkManager.reason}`);
  return { networkManager: networkManager.value, calls };
}

describe('what NetworkManager says on the bus', () => {
  it.each<[string, HostTree, Readonly<Record<string, boolean>>, NetworkManager['live']]>([
    ['of an interface that it manages counts', {}, { tunl0: true }, { tunl0: true }],
    [
      'of one that it does not manage counts while it is up',
      { ...link('tunl0', 4, up) },
      { tunl0: false },
      { tunl0: false },
    ],
    [
      'of one that is down says nothing, since it waits for it to come up',
      { ...link('tunl0', 4, down) },
      { tunl0: false },
      undefined,
    ],
    ['of one that is gone by now says nothing', {}, { tunl0: false }, undefined],
    ['of flags that are none says nothing', { ...link('tunl0', 4, 'up\n') }, { tunl0: false }, undefined],
    ['of others says nothing', { ...link('eth0', 2, up) }, { eth0: true, lo: false, 'calico-x': true }, undefined],
    [
      'of one pod interface speaks for all',
      { ...link('cali1', 7, up), ...link('cali2', 8, up) },
      { cali1: false, cali2: true, cali3: false },
      { 'cali*': true },
    ],
    [
      'of pod interfaces that it leaves alone',
      { ...link('cali1', 7, up) },
      { cali1: false, cali2: false },
      { 'cali*': false },
    ],
    [
      'of all of them',
      link('wg-v6.cali', 9, up),
      { 'vxlan.calico': true, 'vxlan-v6.calico': true, 'wireguard.cali': true, 'wg-v6.cali': false },
      { 'vxlan.calico': true, 'vxlan-v6.calico': true, 'wireguard.cali': true, 'wg-v6.cali': false },
    ],
  ])('%s', async (_, tree, managed, live) => {
    expect((await observe({ ...running, ...tree }, devices(managed))).networkManager.live).toEqual(live);
  });

  it('is asked for with one call that only reads', async () => {
    const { calls } = await observe(running, devices({}));
    expect(calls).toEqual([
      {
        path: '/org/freedesktop',
        interface: 'org.freedesktop.DBus.ObjectManager',
        member: 'GetManagedObjects',
        flags: 2,
      },
    ]);
  });

  it('stands beside what its files say, whichever is newer', async () => {
    const { networkManager } = await observe(
      { ...running, 'etc/NetworkManager/conf.d/calico.conf': unmanaging },
      devices({ tunl0: true }),
    );
    expect(networkManager).toEqual({
      daemon: 'running',
      configurationFiles: ['etc/NetworkManager/conf.d/calico.conf'],
      unmanagedLists: [
        {
          file: 'etc/NetworkManager/conf.d/calico.conf',
          change: 'sets',
          list: 'interface-name:cali*;interface-name:tunl*',
        },
      ],
      manages: { ...Object.fromEntries(calicoInterfaces.map((name) => [name, true])), 'cali*': false, tunl0: false },
      live: { tunl0: true },
    });
  });

  it('shows that it runs where systemd does not show it', async () => {
    expect((await observe(installed, devices({ tunl0: true }))).networkManager).toMatchObject({
      daemon: 'running',
      live: { tunl0: true },
    });
  });

  it.each<[string, FakeReply]>([
    ['nothing', 'silence'],
    ['an error', { error: 'org.freedesktop.DBus.Error.UnknownMethod' }],
    ['a reply of another type', { signature: 's', body: ['tunl0'] }],
    [
      'devices without properties',
      { signature: 'a{oa{sa{sv}}}', body: [[['/a', [['org.freedesktop.NetworkManager.Device', []]]]]] },
    ],
    [
      'a property of another type',
      {
        signature: 'a{oa{sa{sv}}}',
        body: [
          [
            [
              '/a',
              [
                [
                  'org.freedesktop.NetworkManager.Device',
                  [
                    ['Interface', variant('s', 'tunl0')],
                    ['Managed', variant('s', 'yes')],
                  ],
                ],
              ],
            ],
          ],
        ],
      },
    ],
  ])('is nothing where it answers %s', async (_, reply) => {
    const { networkManager } = await observe(running, reply);
    expect(networkManager.daemon).toBe('running');
    expect(networkManager.live).toBeUndefined();
  });
});

describe('what NetworkManager wrote down of its devices', () => {
  const state = (index: number, text: string): HostTree => ({ [`run/NetworkManager/devices/${String(index)}`]: text });

  it.each<[string, HostTree, NetworkManager['live']]>([
    [
      'counts where it manages one',
      { ...running, ...link('tunl0', 4, up), ...state(4, '[device]\nmanaged=true\n') },
      { tunl0: true },
    ],
    [
      'counts where it was told to leave one alone',
      { ...running, ...link('tunl0', 4, up), ...state(4, '[device]\nmanaged=false\n') },
      { tunl0: false },
    ],
    [
      'is no answer without the word',
      { ...running, ...link('tunl0', 4, up), ...state(4, '[device]\nnm-owned=false\n') },
      undefined,
    ],
    [
      'is no answer without a file',
      { ...running, ...link('tunl0', 4, up), ...state(5, '[device]\nmanaged=true\n') },
      undefined,
    ],
    ['is no answer in a broken file', { ...running, ...link('tunl0', 4, up), ...state(4, 'managed') }, undefined],
    [
      'is no answer without an index',
      { ...running, 'sys/class/net/tunl0/ifindex': '../4\n', ...state(4, '[device]\nmanaged=true\n') },
      undefined,
    ],
    [
      'is no answer when it does not run any more',
      { ...installed, ...link('tunl0', 4, up), ...state(4, '[device]\nmanaged=true\n') },
      undefined,
    ],
  ])('%s', async (_, tree, live) => {
    expect((await observe(tree)).networkManager.live).toEqual(live);
  });

  const managing = { ...link('tunl0', 4, up), ...state(4, '[device]\nmanaged=true\n') };

  it.each<[string, HostTree, readonly string[]]>([
    ['the state file', { ...running, ...managing }, ['run/NetworkManager/devices/4']],
    ['the directory of state files', { ...running, ...managing }, ['run/NetworkManager/devices']],
    ['the index', { ...running, ...managing }, ['sys/class/net/tunl0/ifindex']],
    ['the interfaces', { ...running, ...managing }, ['sys/class/net']],
    ['whether it runs', { ...running, ...managing }, ['run/systemd/units']],
    ['an empty directory of interfaces', { ...running, 'sys/class/net/': '' }, []],
    ['an index that is none', { ...running, ...managing, 'sys/class/net/tunl0/ifindex': '' }, []],
    ['an empty state file', { ...running, ...managing, ...state(4, '') }, []],
    ['a broken state file', { ...running, ...managing, ...state(4, 'managed') }, []],
  ])('leaves open what it does, whatever its files say, where %s hides it', async (_, tree, denied) => {
    const calico = { 'etc/NetworkManager/conf.d/calico.conf': unmanaging };
    const host = temporaryHost({ ...tree, ...calico }, { files: (files) => denyingFiles(files, ...denied) });
    const { networkManager } = await networkManagerProbe.gather(host);
    expect(networkManager).toMatchObject({ value: { manages: { tunl0: null } } });
  });

  it('is not missed where the bus tells of all devices', async () => {
    const tree = { ...running, ...managing, ...state(4, ''), 'etc/NetworkManager/conf.d/calico.conf': unmanaging };
    expect((await observe(tree, devices({}))).networkManager.manages).toMatchObject({ tunl0: false });
  });

  it('yields to what it says on the bus', async () => {
    const tree = { ...running, ...link('tunl0', 4, up), ...state(4, '[device]\nmanaged=true\n') };
    expect((await observe(tree, devices({ tunl0: false }))).networkManager.live).toEqual({ tunl0: false });
  });
});
