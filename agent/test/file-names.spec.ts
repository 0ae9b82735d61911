import type { HostFacts } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import { createHostFiles } from '../src/host/create-host-files';
import { nameFromBytes } from '../src/host/file-name';
import type { FileSystem } from '../src/host/file-system';
import { nodeFileSystem } from '../src/host/file-system';
import { gatherFacts } from '../src/observation/gather-facts';
import type { HostTree } from './temporary-host';
import { removeTemporaryHosts, temporaryHost } from './temporary-host';

afterEach(removeTemporaryHosts);

const release = '6.1.0-50-amd64';
const modules = `usr/lib/modules/${release}`;

/** A host on which both network managers run, and every kind of file that takes part has its directory. */
const host: HostTree = {
  'etc/os-release': 'ID=debian\n',
  'usr/bin/bash': '',
  'usr/sbin/NetworkManager': 'ELF',
  'usr/lib/systemd/system/NetworkManager.service': '[Install]\nWantedBy=multi-user.target\n',
  'usr/lib/systemd/system/systemd-networkd.service': '[Install]\nWantedBy=multi-user.target\n',
  'usr/lib/udev/rules.d/80-net-setup-link.rules': 'IMPORT{builtin}="net_setup_link"\n',
  'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0123' },
  'run/systemd/units/invocation:systemd-networkd.service': { linkTo: '0123' },
  'proc/sys/kernel/osrelease': `${release}\n`,
  'proc/modules': 'ip_set 61440 0 - Live 0x0\n',
  'proc/cmdline': 'ro quiet\n',
  'proc/sys/kernel/modules_disabled': '0\n',
  'sys/module/module/parameters/sig_enforce': 'N\n',
  'sys/kernel/security/lockdown': '[none] integrity confidentiality\n',
  [`${modules}/modules.dep`]: 'kernel/vxlan.ko.xz:\n',
  [`${modules}/modules.alias`]: 'alias rtnl-link-vxlan vxlan\n',
  [`${modules}/modules.softdep`]: '',
  [`${modules}/modules.builtin`]: '',
  [`${modules}/kernel/vxlan.ko.xz`]: '',
};

/** As someone's editor writes `café` in Latin-1. */
const café = nameFromBytes(Buffer.from('caf\xe9', 'latin1'));

type Look = (facts: HostFacts) => unknown;

const vxlan: Look = ({ kernelModules }) => kernelModules.status === 'observed' && kernelModules.value['vxlan'];
const networkManager: Look = ({ networkManager: fact }) =>
  fact.status === 'observed' && fact.value.manages['vxlan.calico'];
const networkd: Look = ({ systemdNetworkd: fact }) =>
  fact.status === 'observed' && fact.value.manages?.['vxlan.calico'];
const firewalld: Look = ({ services }) => (services.status === 'observed' ? services.value : services.reason);

/** A file that changes what a host does, what shows the change, and what is said where there is no such file and where it cannot be read. */
const situations: readonly (readonly [string, string, string, Look, Record<'without' | 'with' | 'unseen', unknown>])[] =
  [
    [
      'modprobe',
      `etc/modprobe.d/${café}.conf`,
      'install vxlan /bin/false\n',
      vxlan,
      { without: 'loadable', with: 'blocked', unseen: 'unknown' },
    ],
    [
      'NetworkManager',
      `etc/NetworkManager/conf.d/${café}.conf`,
      '[keyfile]\nunmanaged-devices=interface-name:vxlan.calico\n',
      networkManager,
      { without: true, with: false, unseen: null },
    ],
    [
      'udev',
      `etc/udev/rules.d/${café}.rules`,
      'SUBSYSTEM=="net", ENV{NM_UNMANAGED}="1"\n',
      networkManager,
      { without: true, with: false, unseen: null },
    ],
    [
      'systemd-networkd',
      `etc/systemd/network/${café}.network`,
      '[Match]\nName=*\n[Network]\nDHCP=yes\n',
      networkd,
      { without: false, with: true, unseen: null },
    ],
  ];

/** A file system that lists a name and finds nothing there, nor below it. */
function notFound(name: string): FileSystem {
  const check = (path: string): string => {
    if (`${path}/`.includes(`/${name}/`)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    return path;
  };
  return {
    ...nodeFileSystem,
    lstat: (path) => nodeFileSystem.lstat(check(path)),
    readlink: (path) => nodeFileSystem.readlink(check(path)),
    readdir: (path, most) => nodeFileSystem.readdir(check(path), most),
    open: (path) => nodeFileSystem.open(check(path)),
  };
}

describe('a file with a name that is not UTF-8', () => {
  it.each(situations)('counts for %s', async (_program, path, text, look, said) => {
    expect(look(await gatherFacts(temporaryHost(host)))).toEqual(said.without);
    expect(look(await gatherFacts(temporaryHost({ ...host, [path]: text })))).toEqual(said.with);
  });

  it('is named in a way that a report can hold', async () => {
    const path = `etc/NetworkManager/conf.d/${café}.conf`;
    const { networkManager: fact } = await gatherFacts(temporaryHost({ ...host, [path]: 'no key file' }));
    expect(fact).toMatchObject({ value: { refusedFile: path } });
  });
});

describe('a file that its directory lists and that cannot be found', () => {
  it.each(situations)('leaves open what %s makes of it', async (_program, path, text, look, said) => {
    const { files } = temporaryHost({ ...host, [path]: text });
    const unseen = createHostFiles(files.root, notFound(path.slice(path.lastIndexOf('/') + 1)));
    expect(look(await gatherFacts({ files: unseen, live: false }))).toEqual(said.unseen);
  });

  it.each([
    ['a unit', 'usr/lib/systemd/system/firewalld.service'],
    ['a link that starts a unit', 'etc/systemd/system/multi-user.target.wants/firewalld.service'],
    ['the directory of such links', 'etc/systemd/system/multi-user.target.wants'],
  ])('leaves open what services there are where it is %s', async (_what, path) => {
    const unit = '/usr/lib/systemd/system/firewalld.service';
    const { files } = temporaryHost({
      ...host,
      [unit.slice(1)]: '[Install]\nWantedBy=multi-user.target\n',
      'etc/systemd/system/multi-user.target.wants/firewalld.service': { linkTo: unit },
    });
    expect(firewalld(await gatherFacts({ files: createHostFiles(files.root), live: false }))).toMatchObject({
      'firewalld.service': { load: 'loaded', startsAtBoot: true },
    });
    const unseen = createHostFiles(files.root, notFound(path));
    expect(firewalld(await gatherFacts({ files: unseen, live: false }))).toBe('failed');
  });

  it('does not make a module missing, whose file it is or whose directory', async () => {
    for (const name of ['vxlan.ko.xz', 'kernel']) {
      const { files } = temporaryHost(host);
      const unseen = createHostFiles(files.root, notFound(name));
      expect(vxlan(await gatherFacts({ files: unseen, live: false })), name).toBe('unknown');
    }
  });

  it('does not make the other one the only kernel that is installed', async () => {
    const twoKernels = { ...host, 'usr/lib/modules/6.12.1/modules.dep': '' };
    const captured = Object.entries(twoKernels).filter(([path]) => path !== 'proc/sys/kernel/osrelease');
    const { files } = temporaryHost(Object.fromEntries(captured));
    const unseen = createHostFiles(files.root, notFound('6.12.1'));
    const { kernelRelease } = await gatherFacts({ files: unseen, live: false });
    expect(kernelRelease).not.toEqual(observed(release, 'usr/lib/modules'));
  });
});
