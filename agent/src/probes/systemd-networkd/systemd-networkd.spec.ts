import type { SystemdNetworkd } from '@calico-readiness/requirements';
import { calicoInterfaces, calicoNetwork, observed, unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { systemdNetworkdProbe } from './systemd-networkd';

afterEach(removeTemporaryHosts);

const host: HostTree = {
  'etc/os-release': 'ID=ubuntu\n',
  'usr/bin/bash': '',
  'usr/lib/systemd/system/': '',
  'proc/cmdline': 'root=LABEL=ROOT quiet\n',
};
const installed: HostTree = {
  ...host,
  'usr/lib/systemd/system/systemd-networkd.service': '[Install]\nWantedBy=multi-user.target\n',
};
const enabled: HostTree = {
  ...installed,
  'usr/lib/systemd/system/default.target': { linkTo: 'multi-user.target' },
  'usr/lib/systemd/system/multi-user.target': '[Unit]\n',
  'etc/systemd/system/multi-user.target.wants/systemd-networkd.service': {
    linkTo: '/usr/lib/systemd/system/systemd-networkd.service',
  },
};
const running: HostTree = { ...enabled, 'run/systemd/units/invocation:systemd-networkd.service': { linkTo: '0123' } };
const stopped: HostTree = { 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } };
const masked: HostTree = { 'etc/systemd/system/systemd-networkd.service': { linkTo: '/dev/null' } };

const takesAll = '[Match]\nName=*\n[Network]\nDHCP=yes\n';
const all = (value: boolean | null) => Object.fromEntries(calicoInterfaces.map((name) => [name, value]));

const gather = async (tree: HostTree, options: TemporaryHostOptions = {}) =>
  (await systemdNetworkdProbe.gather(temporaryHost(tree, options))).systemdNetworkd;
const observe = async (tree: HostTree, options?: TemporaryHostOptions): Promise<SystemdNetworkd> => {
  const fact = await gather(tree, options);
  if (fact.status === 'unavailable') throw new Error(`unavailable: ${fact.reason}`);
  return fact.value;
};

describe('the systemd-networkd daemon', () => {
  it.each<[string, Pick<SystemdNetworkd, 'daemon' | 'startsAtBoot'>, HostTree, TemporaryHostOptions]>([
    ['runs when systemd has a link for its unit', { daemon: 'running' }, running, {}],
    ['runs although it is masked', { daemon: 'running' }, { ...running, ...masked }, {}],
    [
      'is stopped and starts with the next boot',
      { daemon: 'stopped', startsAtBoot: true },
      { ...enabled, ...stopped },
      {},
    ],
    ['is unknown in a tree without traces of systemd', { daemon: 'unknown', startsAtBoot: true }, enabled, {}],
    [
      'is stopped, and nobody knows more, where its units may not be read',
      { daemon: 'stopped', startsAtBoot: null },
      { ...enabled, ...stopped },
      { files: (files) => denyingFiles(files, 'etc/systemd/system') },
    ],
  ])('%s', async (_, expected, tree, options) => {
    const { daemon, startsAtBoot } = await observe(tree, options);
    expect({ daemon, ...(startsAtBoot !== undefined && { startsAtBoot }) }).toEqual(expected);
  });

  it.each<[string, SystemdNetworkd, HostTree]>([
    ['is not installed', { daemon: 'absent' }, host],
    ['is disabled and stopped', { daemon: 'stopped', startsAtBoot: false }, { ...installed, ...stopped }],
    ['is masked and stopped', { daemon: 'stopped', startsAtBoot: false }, { ...enabled, ...stopped, ...masked }],
  ])('that %s takes nothing, whatever its files say', async (_, expected, tree) => {
    expect(await gather({ ...tree, 'etc/systemd/network/10-all.network': takesAll })).toEqual(
      observed(expected, 'etc/systemd/network'),
    );
  });

  it('is not taken for absent below a root that is no installed system', async () => {
    expect(await gather({ 'proc/version': 'Linux\n' })).toEqual(
      unavailable('not-found', 'etc/systemd/network', 'the root is not that of an installed system'),
    );
  });
});

describe('the files of systemd-networkd', () => {
  it('that take every link take every interface, and are named', async () => {
    expect(await observe({ ...running, 'etc/systemd/network/10-all.network': takesAll })).toEqual({
      daemon: 'running',
      manages: all(true),
      files: Object.fromEntries(calicoInterfaces.map((name) => [name, 'etc/systemd/network/10-all.network'])),
    });
  });

  const lowest = { 'usr/lib/systemd/network/10-all.network': takesAll };
  it.each<[string, HostTree]>([
    ['there are none', {}],
    ["the guide's file comes first", { ...lowest, 'etc/systemd/network/05-calico.network': calicoNetwork }],
    ['an empty file masks it', { ...lowest, 'etc/systemd/network/10-all.network': '' }],
    ['a link to null masks it', { ...lowest, 'run/systemd/network/10-all.network': { linkTo: '/dev/null' } }],
    [
      'a higher directory has another file of that name',
      { ...lowest, 'usr/local/lib/systemd/network/10-all.network': '[Match]\nName=en*\n' },
    ],
    ['a drop-in says so', { ...lowest, 'run/systemd/network/10-all.network.d/x.conf': '[Link]\nUnmanaged=yes\n' }],
    ['a drop-in asks for more', { ...lowest, 'etc/systemd/network/10-all.network.d/x.conf': '[Match]\nType=wlan\n' }],
    ['it says nothing in its [Match]', { 'etc/systemd/network/10-all.network': '[Match]\n[Network]\nDHCP=yes\n' }],
    [
      'its condition does not hold',
      { 'etc/systemd/network/10-all.network': '[Match]\nName=*\nKernelCommandLine=!root\n' },
    ],
    [
      'it is an example or hidden',
      { 'etc/systemd/network/10-all.network.example': takesAll, 'etc/systemd/network/.10-all.network': takesAll },
    ],
    [
      'it asks for an address of a network card',
      { 'run/systemd/network/10-netplan.network': '[Match]\nMACAddress=52:54:00:12:34:56\n' },
    ],
    [
      'it asks for a permanent address',
      { 'run/systemd/network/10-netplan.network': '[Match]\nPermanentMACAddress=fa:16:3e:00:00:01\nName=ens3\n' },
    ],
    [
      'virtualization is unknown and the name decides',
      { 'etc/systemd/network/10.network': '[Match]\nVirtualization=container\nName=host0\n' },
    ],
    [
      'it is for links of no kind, and the keys are unknown',
      { 'etc/systemd/network/10.network': '[Match]\nKind=!*\nHost=a\n' },
    ],
  ])('leave everything alone when %s', async (_, tree) => {
    expect(await observe({ ...running, ...tree })).toEqual({ daemon: 'running', manages: all(false) });
  });

  it.each<[string, HostTree, SystemdNetworkd['manages']]>([
    ['Name=cali[0-4]*', {}, { ...all(false), 'cali*': true }],
    ['Type=ether', {}, { ...all(false), 'cali*': true }],
    ['Type=tunnel wireguard', {}, { ...all(false), tunl0: true, 'wireguard.cali': true, 'wg-v6.cali': true }],
    ['Kind=vxlan ipip', {}, { ...all(false), tunl0: true, 'vxlan.calico': true, 'vxlan-v6.calico': true }],
    ['MACAddress=EE-EE-EE-EE-EE-EE', {}, { ...all(false), 'cali*': true }],
    ['Driver=!veth vxlan', {}, { ...all(true), 'cali*': false, 'vxlan.calico': false, 'vxlan-v6.calico': false }],
    // Whether a kernel names a driver for these hangs on its age.
    ['Driver=wireguard', {}, { ...all(false), 'wireguard.cali': null, 'wg-v6.cali': null }],
    ['Virtualization=kvm', {}, all(null)],
    ['Name=tunl0\nProperty=X=y', {}, { ...all(false), tunl0: null }],
  ])('with [Match] %s', async (match, tree, manages) => {
    expect(
      (
        await observe({
          ...running,
          ...tree,
          'etc/systemd/network/10.network': `[Match]\n${match}\n[Network]\nDHCP=yes\n`,
        })
      ).manages,
    ).toEqual(manages);
  });

  it('are unknown only where an undecided file and what comes behind it disagree', async () => {
    const perhaps = '[Match]\nHost=a\nName=cali*\n';
    expect(
      (
        await observe({
          ...running,
          'etc/systemd/network/1.network': perhaps,
          'etc/systemd/network/2.network': takesAll,
        })
      ).manages,
    ).toEqual(all(true));
    expect(
      (
        await observe({
          ...running,
          'etc/systemd/network/1.network': `${perhaps}[Link]\nUnmanaged=yes\n`,
          'etc/systemd/network/2.network': takesAll,
        })
      ).manages,
    ).toEqual({ ...all(true), 'cali*': null });
    expect(
      (await observe({ ...running, 'etc/systemd/network/1.network': `${perhaps}[Link]\nUnmanaged=yes\n` })).manages,
    ).toEqual(all(false));
  });

  it.each(['etc/systemd/network', 'etc/systemd/network/10-all.network', 'run/systemd/network', 'usr'])(
    'are unknown where %s may not be read',
    async (path) => {
      const tree = { ...running, 'etc/systemd/network/10-all.network': '[Match]\nName=en*\n' };
      expect((await observe(tree, { files: (files) => denyingFiles(files, path) })).manages).toEqual(all(null));
    },
  );

  it("are unknown without an /etc, where the administrator's file would come first", async () => {
    const { 'usr/bin/bash': shell = '', 'run/systemd/units/invocation:systemd-networkd.service': trace = '' } = running;
    const tree = {
      'usr/bin/bash': shell,
      'run/systemd/units/invocation:systemd-networkd.service': trace,
      'usr/lib/systemd/network/10-all.network': takesAll,
    };
    expect(await observe(tree)).toEqual({ daemon: 'running', manages: all(null) });
  });

  it('are unknown where one is not what networkd can read', async () => {
    expect((await observe({ ...running, 'etc/systemd/network/10-all.network': '[Match\nName=*\n' })).manages).toEqual(
      all(null),
    );
  });
});
