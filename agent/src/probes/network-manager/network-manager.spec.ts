import type { NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces, observed, unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { networkManagerProbe } from './network-manager';

afterEach(removeTemporaryHosts);

const vethRule = 'ENV{ID_NET_DRIVER}=="veth", ENV{INTERFACE}!="eth[0-9]*", ENV{NM_UNMANAGED}="1"\n';
const host: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'usr/bin/bash': '',
  'usr/lib/systemd/system/': '',
};
const installed: HostTree = {
  ...host,
  'usr/sbin/NetworkManager': 'ELF',
  'usr/lib/systemd/system/NetworkManager.service': '[Install]\nWantedBy=multi-user.target\n',
  'usr/lib/udev/rules.d/85-nm-unmanaged.rules': vethRule,
};
const running: HostTree = { ...installed, 'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0123' } };

/** The file that Calico's documentation asks for. */
const documented =
  '[keyfile]\nunmanaged-devices=interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;' +
  'interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali\n';
/** What OpenShift's machine configuration ships (nm-ignore-sdn.yaml). */
const openshift =
  '[device]\nmatch-device=interface-name:br-int;interface-name:tun0;interface-name:vxlan_sys_*;driver:veth\nmanaged=0\n';

const all = (value: boolean | null) => Object.fromEntries(calicoInterfaces.map((name) => [name, value]));
const stock = { ...all(true), 'cali*': false };

const gather = async (tree: HostTree, options: TemporaryHostOptions = {}) =>
  (await networkManagerProbe.gather(temporaryHost(tree, options))).networkManager;
const observe = async (tree: HostTree, options?: TemporaryHostOptions): Promise<NetworkManager> => {
  const fact = await gather(tree, options);
  if (fact.status === 'unavailable') throw new Error(`unavailable: ${fact.reason}`);
  return fact.value;
};
const manages = async (tree: HostTree, options?: TemporaryHostOptions) => (await observe(tree, options)).manages;
const snippet = (path: string, text: string | Uint8Array): HostTree => ({ ...running, [path]: text });

describe('the NetworkManager daemon', () => {
  it.each<[string, NetworkManager['daemon'], HostTree, TemporaryHostOptions]>([
    ['runs when systemd has a link for its unit', 'running', running, {}],
    [
      'is stopped when systemd has links and none for it',
      'stopped',
      { ...installed, 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } },
      {},
    ],
    [
      'is unknown on a running host that systemd did not boot',
      'unknown',
      { ...installed, 'run/lock/': '' },
      { live: true },
    ],
    ['is unknown in a tree without traces of systemd', 'unknown', installed, {}],
    ['is unknown in a tree with an empty /run', 'unknown', { ...installed, 'run/': '' }, {}],
    [
      'runs when an old systemd has its processes in a control group',
      'running',
      {
        ...installed,
        'run/systemd/system/': '',
        'sys/fs/cgroup/systemd/system.slice/NetworkManager.service/cgroup.procs': '812\n',
      },
      { live: true },
    ],
    [
      'is unknown where its unit links may not be read',
      'unknown',
      running,
      { files: (files) => denyingFiles(files, 'run/systemd/units') },
    ],
    ['is absent without program and unit', 'absent', host, {}],
    [
      'is absent when only a mask is there',
      'absent',
      { ...host, 'etc/systemd/system/NetworkManager.service': { linkTo: '/dev/null' } },
      {},
    ],
    [
      'is found in usr/bin as well',
      'stopped',
      { ...host, 'usr/bin/NetworkManager': '', 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } },
      {},
    ],
    [
      'is unknown where its units may not be read, of which one may be a mask',
      'unknown',
      { ...installed, 'run/systemd/units/invocation:dbus.service': { linkTo: '0123' } },
      { files: (files) => denyingFiles(files, 'etc/systemd/system') },
    ],
    ['is unknown where systemd has no links at all', 'unknown', { ...installed, 'run/systemd/units/': '' }, {}],
    [
      'is unknown where its program may not be looked for',
      'unknown',
      host,
      { files: (files) => denyingFiles(files, 'usr/sbin') },
    ],
    [
      'runs although it is masked',
      'running',
      { ...running, 'etc/systemd/system/NetworkManager.service': { linkTo: '/dev/null' } },
      {},
    ],
  ])('%s', async (_, daemon, tree, options) => {
    expect((await observe(tree, options)).daemon).toBe(daemon);
  });

  it('that is absent manages nothing and reads no file', async () => {
    expect(await gather({ ...host, 'etc/NetworkManager/conf.d/x.conf': documented })).toEqual(
      observed({ daemon: 'absent', configurationFiles: [], manages: {} }, 'etc/NetworkManager'),
    );
  });

  it('that is stopped and masked manages nothing, whatever its files say', async () => {
    const tree = {
      ...installed,
      'run/systemd/units/invocation:dbus.service': { linkTo: '0123' },
      'etc/systemd/system/NetworkManager.service': { linkTo: '/dev/null' },
      'etc/NetworkManager/conf.d/broken.conf': 'broken',
    };
    expect(await observe(tree)).toEqual({ daemon: 'stopped', configurationFiles: [], manages: all(false) });
  });

  it.each<[string, HostTree]>([
    ['is empty', {}],
    ['has only a /proc', { 'proc/version': 'Linux\n' }],
    ['has programs and nothing that says whose', { 'usr/bin/bash': '' }],
    ['has an os-release and no programs', { 'etc/os-release': 'ID=rhel\n' }],
    [
      'has programs and an os-release, and not what its packages installed',
      { 'etc/os-release': 'ID=rhel\n', 'usr/bin/bash': '' },
    ],
  ])('is not called absent below a root that %s', async (_, tree) => {
    expect(await gather(tree)).toEqual(
      unavailable('not-found', 'etc/NetworkManager', 'the root is not that of an installed system'),
    );
  });

  it('and its files are unknown when only the files were captured', async () => {
    expect(await observe({ 'etc/NetworkManager/conf.d/calico.conf': documented })).toMatchObject({
      daemon: 'unknown',
      configurationFiles: ['etc/NetworkManager/conf.d/calico.conf'],
      manages: all(null),
    });
  });
});

describe('the configuration of NetworkManager', () => {
  it.each<[string, HostTree, NetworkManager['manages']]>([
    ['without files leaves pods to the udev rule and manages the tunnels', running, stock],
    ['as documented leaves all alone', snippet('etc/NetworkManager/conf.d/calico.conf', documented), all(false)],
    [
      'as documented in the base file',
      snippet('etc/NetworkManager/NetworkManager.conf', `[main]\n${documented}`),
      all(false),
    ],
    [
      'as documented with CRLF',
      snippet('etc/NetworkManager/conf.d/calico.conf', documented.replace(/\n/g, '\r\n')),
      all(false),
    ],
    [
      'as documented with a Latin-1 comment',
      snippet('etc/NetworkManager/conf.d/calico.conf', Buffer.from(`# gr\xfcn\n${documented}`, 'latin1')),
      all(false),
    ],
    ['as documented in a hidden file', snippet('etc/NetworkManager/conf.d/.calico.conf', documented), all(false)],
    ['as documented in a file of another suffix', snippet('etc/NetworkManager/conf.d/calico.cfg', documented), stock],
    ['of OpenShift leaves the pods alone', snippet('etc/NetworkManager/conf.d/sdn.conf', openshift), stock],
    [
      'of OpenShift and as documented',
      {
        ...snippet('etc/NetworkManager/conf.d/sdn.conf', openshift),
        'etc/NetworkManager/conf.d/calico.conf': documented,
      },
      all(false),
    ],
    [
      'of OpenShift beats a [device] section that sorts before',
      {
        ...snippet('etc/NetworkManager/conf.d/sdn.conf', openshift),
        'etc/NetworkManager/conf.d/calico.conf':
          '[device]\nmatch-device=interface-name:tunl*;interface-name:*.cali*\nmanaged=0\n',
      },
      stock,
    ],
    [
      'of OpenShift leaves a [device-calico] section in force',
      {
        ...snippet('etc/NetworkManager/conf.d/sdn.conf', openshift),
        'etc/NetworkManager/conf.d/calico.conf': '[device-calico]\nmatch-device=interface-name:tunl*\nmanaged=0\n',
      },
      { ...stock, tunl0: false },
    ],
    [
      'of OpenShift loses its pods to a [device] section that sorts behind',
      {
        ...snippet('etc/NetworkManager/conf.d/sdn.conf', openshift),
        'etc/NetworkManager/conf.d/zz.conf': '[device]\nmatch-device=interface-name:tunl*\nmanaged=0\n',
        'usr/lib/udev/rules.d/85-nm-unmanaged.rules': '',
      },
      { ...all(true), tunl0: false },
    ],
    [
      'that covers some pods only',
      {
        ...snippet('etc/NetworkManager/conf.d/calico.conf', '[keyfile]\nunmanaged-devices=interface-name:cali0*\n'),
        'usr/lib/udev/rules.d/85-nm-unmanaged.rules': '',
      },
      all(true),
    ],
    [
      'in digits sorts before letters',
      {
        ...snippet('etc/NetworkManager/conf.d/99-x.conf', documented),
        'etc/NetworkManager/conf.d/calico.conf': '[keyfile]\nunmanaged-devices=tunl0\n',
      },
      { ...stock, tunl0: false },
    ],
    [
      'is replaced by a later list',
      {
        ...snippet('usr/lib/NetworkManager/conf.d/calico.conf', documented),
        'etc/NetworkManager/conf.d/a.conf': '[keyfile]\nunmanaged-devices=tunl0\n',
      },
      { ...stock, tunl0: false },
    ],
    [
      'is kept by a later +=',
      {
        ...snippet('usr/lib/NetworkManager/conf.d/calico.conf', documented),
        'etc/NetworkManager/conf.d/a.conf': '[keyfile]\nunmanaged-devices+=eth9\n',
      },
      all(false),
    ],
    [
      'in /etc is read behind the base file',
      {
        ...snippet('etc/NetworkManager/NetworkManager.conf', '[keyfile]\nunmanaged-devices=tunl0\n'),
        'etc/NetworkManager/conf.d/a.conf': documented,
      },
      all(false),
    ],
    [
      'in /run is read before the base file',
      {
        ...snippet('etc/NetworkManager/NetworkManager.conf', '[keyfile]\nunmanaged-devices=tunl0\n'),
        'run/NetworkManager/conf.d/z.conf': documented,
      },
      { ...stock, tunl0: false },
    ],
    [
      'is shadowed by an empty file of its name in /etc',
      {
        ...snippet('usr/lib/NetworkManager/conf.d/calico.conf', documented),
        'etc/NetworkManager/conf.d/calico.conf': '',
      },
      stock,
    ],
    [
      'is shadowed by a file of its name in /run',
      {
        ...snippet('usr/lib/NetworkManager/conf.d/calico.conf', documented),
        'run/NetworkManager/conf.d/calico.conf': '',
      },
      stock,
    ],
    [
      'is shadowed by a file that disables itself',
      {
        ...snippet('usr/lib/NetworkManager/conf.d/calico.conf', documented),
        'etc/NetworkManager/conf.d/calico.conf': '[.config]\nenable=0\n',
      },
      stock,
    ],
    ['disables itself', snippet('etc/NetworkManager/conf.d/calico.conf', `[.config]\nenable=0\n${documented}`), stock],
    [
      'cannot disable the base file',
      snippet('etc/NetworkManager/NetworkManager.conf', `[.config]\nenable=0\n${documented}`),
      all(false),
    ],
    [
      'depends on the version where a snippet does',
      snippet('etc/NetworkManager/conf.d/calico.conf', `[.config]\nenable=nm-version-min:1.20\n${documented}`),
      { ...all(null), 'cali*': false },
    ],
    [
      'does not depend on a version that decides something else',
      {
        ...snippet('etc/NetworkManager/conf.d/calico.conf', documented),
        'etc/NetworkManager/conf.d/a.conf': '[.config]\nenable=nm-version-min:1.20\n[main]\ndns=none\n',
      },
      all(false),
    ],
    [
      'is void in the deprecated file when it is broken',
      {
        ...snippet('etc/NetworkManager/nm-system-settings.conf', 'broken'),
        'etc/NetworkManager/NetworkManager.conf': documented,
      },
      all(false),
    ],
    [
      'is that of the deprecated file when it is there',
      {
        ...snippet('etc/NetworkManager/nm-system-settings.conf', ''),
        'etc/NetworkManager/NetworkManager.conf': documented,
      },
      stock,
    ],
    [
      "has the daemon's own file on top",
      snippet('var/lib/NetworkManager/NetworkManager-intern.conf', '[keyfile]\n.set.unmanaged-devices=tunl0\n'),
      { ...stock, tunl0: false },
    ],
    [
      "ignores a plain key in the daemon's own file",
      snippet('var/lib/NetworkManager/NetworkManager-intern.conf', documented),
      stock,
    ],
    [
      "ignores the daemon's own file when it is broken",
      snippet('var/lib/NetworkManager/NetworkManager-intern.conf', 'broken'),
      stock,
    ],
    [
      'is read through a link',
      {
        ...snippet('etc/calico.conf', documented),
        'etc/NetworkManager/conf.d/calico.conf': { linkTo: '/etc/calico.conf' },
      },
      all(false),
    ],
    [
      'may lack its base file behind a link',
      { ...running, 'etc/NetworkManager/NetworkManager.conf': { linkTo: '/nowhere' } },
      stock,
    ],
    [
      'has no udev rule when it is masked in /etc',
      { ...running, 'etc/udev/rules.d/85-nm-unmanaged.rules': { linkTo: '/dev/null' } },
      all(true),
    ],
    [
      'has no udev rule when it is shadowed by an empty file in /run',
      { ...running, 'run/udev/rules.d/85-nm-unmanaged.rules': '' },
      all(true),
    ],
    [
      'has the udev rule of another file of that name',
      { ...running, 'etc/udev/rules.d/85-nm-unmanaged.rules': 'KERNEL=="tunl*", ENV{NM_UNMANAGED}="1"\n' },
      { ...all(true), tunl0: false },
    ],
    [
      'has no driver for a udev rule that sorts before udev asks for it',
      {
        ...running,
        'usr/lib/udev/rules.d/80-net-setup-link.rules': 'IMPORT{builtin}="net_setup_link"\n',
        'etc/udev/rules.d/10-x.rules': 'ENV{ID_NET_DRIVER}=="vxlan", ENV{NM_UNMANAGED}="1"\n',
      },
      stock,
    ],
    [
      'has a driver for a udev rule that sorts behind',
      {
        ...running,
        'usr/lib/udev/rules.d/80-net-setup-link.rules': 'IMPORT{builtin}="net_driver"\n',
        'etc/udev/rules.d/90-x.rules': 'ENV{ID_NET_DRIVER}=="ipip", ENV{NM_UNMANAGED}="1"\n',
      },
      { ...stock, tunl0: false },
    ],
    [
      'has no driver in its udev rule when the rule that asks is masked',
      { ...running, 'etc/udev/rules.d/80-net-setup-link.rules': { linkTo: '/dev/null' } },
      all(true),
    ],
    [
      'may have a driver by a program',
      {
        ...running,
        'etc/udev/rules.d/80-net-setup-link.rules': '',
        'usr/lib/udev/rules.d/84-nm-drivers.rules': 'PROGRAM="/bin/x", RESULT=="?*", ENV{ID_NET_DRIVER}="%c"\n',
      },
      { ...all(true), 'cali*': null },
    ],
    [
      'has the udev rule in lib',
      { ...running, 'usr/lib/udev/rules.d/85-nm-unmanaged.rules': '', 'lib/udev/rules.d/99-x.rules': vethRule },
      stock,
    ],
  ])('%s', async (_, tree, expected) => {
    expect(await manages(tree)).toEqual(expected);
  });

  it('names the files that take part in the order in which they are merged', async () => {
    const tree = {
      ...running,
      'usr/lib/NetworkManager/conf.d/00-server.conf': '[main]\n',
      'usr/lib/NetworkManager/conf.d/10-shadowed.conf': '[main]\n',
      'run/NetworkManager/conf.d/15-carrier.conf': '[device]\n',
      'etc/NetworkManager/NetworkManager.conf': '[main]\n',
      'etc/NetworkManager/conf.d/10-shadowed.conf': '[.config]\nenable=no\n',
      'etc/NetworkManager/conf.d/99-x.conf': '',
      'etc/NetworkManager/conf.d/calico.conf': documented,
      'etc/NetworkManager/conf.d/README': 'text',
      'var/lib/NetworkManager/NetworkManager-intern.conf': '[keyfile]\n.set.x=y\n',
    };
    expect((await observe(tree)).configurationFiles).toEqual([
      'usr/lib/NetworkManager/conf.d/00-server.conf',
      'run/NetworkManager/conf.d/15-carrier.conf',
      'etc/NetworkManager/NetworkManager.conf',
      'etc/NetworkManager/conf.d/99-x.conf',
      'etc/NetworkManager/conf.d/calico.conf',
      'var/lib/NetworkManager/NetworkManager-intern.conf',
    ]);
  });

  it.each([
    'etc/NetworkManager/conf.d',
    'etc/NetworkManager/conf.d/calico.conf',
    'usr/lib/NetworkManager/conf.d',
    'run/NetworkManager/conf.d',
    'etc/NetworkManager/NetworkManager.conf',
    'etc/NetworkManager/nm-system-settings.conf',
    'var/lib/NetworkManager',
  ])('is unknown where %s may not be read', async (path) => {
    const tree = snippet('etc/NetworkManager/conf.d/calico.conf', documented);
    const options: TemporaryHostOptions = { files: (files) => denyingFiles(files, path) };
    expect(await manages(tree, options)).toEqual(all(null));
  });

  it('is decided without the udev rules where it decides itself', async () => {
    const options: TemporaryHostOptions = { files: (files) => denyingFiles(files, 'usr/lib/udev/rules.d') };
    expect(
      await manages(snippet('etc/NetworkManager/conf.d/x.conf', '[keyfile]\nunmanaged-devices=tunl0\n'), options),
    ).toEqual({
      ...all(null),
      tunl0: false,
    });
  });

  it('is unknown below a root without the rules that come with udev', async () => {
    const withoutRules = Object.fromEntries(Object.entries(running).filter(([path]) => !path.includes('/udev/')));
    expect(await manages(withoutRules)).toEqual(all(null));
  });

  it('is unknown when a file is larger than any genuine one', async () => {
    expect(await manages(snippet('etc/NetworkManager/conf.d/x.conf', '#'.repeat(1024 * 1024 + 1)))).toEqual(all(null));
  });

  it('is unknown when there are more files than anyone has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`etc/NetworkManager/conf.d/${String(index)}.conf`, '']),
    );
    expect(await manages({ ...running, ...many })).toEqual(all(null));
  });
});

describe('a NetworkManager configuration that stops the daemon', () => {
  it.each<[string, string, HostTree]>([
    [
      'a broken snippet of the vendor',
      'usr/lib/NetworkManager/conf.d/x.conf',
      { 'usr/lib/NetworkManager/conf.d/x.conf': 'junk\n' },
    ],
    ['a broken snippet in /run', 'run/NetworkManager/conf.d/x.conf', { 'run/NetworkManager/conf.d/x.conf': '[main\n' }],
    [
      'a broken base file',
      'etc/NetworkManager/NetworkManager.conf',
      { 'etc/NetworkManager/NetworkManager.conf': '; comment\n' },
    ],
    [
      'a byte order mark',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': `\uFEFF${documented}` },
    ],
    [
      'UTF-16',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': Buffer.from(`\uFEFF${documented}`, 'utf16le') },
    ],
    [
      'binary rubbish',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x0a) },
    ],
    ['a snippet that is a directory', 'etc/NetworkManager/conf.d/x.conf', { 'etc/NetworkManager/conf.d/x.conf/': '' }],
    [
      'a link to nothing',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': { linkTo: '/nowhere' } },
    ],
    [
      'a link to /dev/null',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': { linkTo: '/dev/null' } },
    ],
    [
      'a base file that is a directory',
      'etc/NetworkManager/NetworkManager.conf',
      { 'etc/NetworkManager/NetworkManager.conf/': '' },
    ],
    [
      'a broken snippet that disables itself',
      'etc/NetworkManager/conf.d/x.conf',
      { 'etc/NetworkManager/conf.d/x.conf': '[.config]\nenable=0\njunk\n' },
    ],
    [
      'the first of two in reading order',
      'run/NetworkManager/conf.d/z.conf',
      { 'etc/NetworkManager/conf.d/a.conf': 'junk\n', 'run/NetworkManager/conf.d/z.conf': 'junk\n' },
    ],
  ])('is %s', async (_, refusedFile, tree) => {
    expect(await observe({ ...running, ...tree })).toEqual({
      daemon: 'refuses-configuration',
      configurationFiles: [],
      manages: all(null),
      refusedFile,
    });
  });

  it('is not one that a file of its name shadows', async () => {
    const tree = {
      ...running,
      'usr/lib/NetworkManager/conf.d/x.conf': 'junk\n',
      'etc/NetworkManager/conf.d/x.conf': '',
    };
    expect((await observe(tree)).daemon).toBe('running');
  });
});
