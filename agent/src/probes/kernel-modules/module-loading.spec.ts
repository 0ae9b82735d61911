import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { HostFiles } from '../../host/host-files';
import { denyingFiles } from '../../../test/denying-files';
import { modulesAliasBin, modulesDepBin } from '../../../test/kmod/kmod-index-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { kernelModulesProbe } from './kernel-modules';

afterEach(removeTemporaryHosts);

const release = '6.1.0-50-amd64';
const modules = `usr/lib/modules/${release}`;

/** A small running host whose modprobe is kmod's. */
const host: HostTree = {
  'etc/os-release': 'ID=debian\n',
  'proc/1/comm': 'systemd\n',
  'proc/2/comm': 'kthreadd\n',
  'proc/cmdline': 'ro quiet\n',
  'proc/modules': 'ip_set 61440 0 - Live 0x0\n',
  'proc/sys/kernel/modprobe': '/sbin/modprobe\n',
  'proc/sys/kernel/osrelease': `${release}\n`,
  'usr/bin/kmod': 'a program',
  'usr/sbin/modprobe': { linkTo: '../bin/kmod' },
  sbin: { linkTo: 'usr/sbin' },
  bin: { linkTo: 'usr/bin' },
  'usr/lib/systemd/system/': '',
  [`${modules}/modules.dep.bin`]: modulesDepBin(
    'kernel/ip_set.ko:\nkernel/xt_set.ko: kernel/ip_set.ko kernel/x_tables.ko\nkernel/x_tables.ko:\n',
  ),
  [`${modules}/modules.alias.bin`]: modulesAliasBin('alias ipt_set xt_set\n'),
  [`${modules}/modules.builtin`]: '',
};

const loadingOf = async (
  tree: HostTree,
  { executable = true, ...options }: TemporaryHostOptions & { readonly executable?: boolean } = {},
): Promise<unknown> => {
  const made = temporaryHost(tree, { live: true, ...options });
  if ('usr/bin/kmod' in tree && executable) chmodSync(join(made.files.root, 'usr/bin/kmod'), 0o755);
  const { moduleLoading } = await kernelModulesProbe.gather(made);
  return moduleLoading.status === 'observed' ? moduleLoading.value : moduleLoading;
};

const without = (tree: HostTree, ...prefixes: string[]): HostTree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !prefixes.some((prefix) => path.startsWith(prefix))));

describe('the program that the kernel starts to load a module', () => {
  it('runs where its file may be executed', async () => {
    expect(await loadingOf(host)).toEqual({ program: 'runs', atBoot: [] });
  });

  it.each([
    ['the path is empty', { 'proc/sys/kernel/modprobe': '\n' }, 'unseen'],
    ['the file is not there', { 'proc/sys/kernel/modprobe': '/sbin/modprobe2\n' }, 'absent'],
    ['a directory of the path is not there', { 'proc/sys/kernel/modprobe': '/opt/modprobe\n' }, 'absent'],
    ['a link leads nowhere', { 'usr/sbin/modprobe': { linkTo: '/usr/bin/kmod2' } }, 'absent'],
    ['a link leads to itself', { 'usr/sbin/modprobe': { linkTo: 'modprobe' } }, 'unseen'],
    ['a directory has its place', { 'proc/sys/kernel/modprobe': '/usr/lib\n' }, 'not-executable'],
    ['the path is relative', { 'proc/sys/kernel/modprobe': 'sbin/modprobe\n' }, 'runs'],
    ['what the kernel says is a copy of no bytes', { 'proc/sys/kernel/modprobe': '' }, 'unseen'],
  ] satisfies [string, HostTree, string][])('when %s', async (_case, more, program) => {
    expect(await loadingOf({ ...host, ...more })).toMatchObject({ program });
  });

  it('is not executable where nobody may execute it', async () => {
    expect(await loadingOf(host, { executable: false })).toMatchObject({ program: 'not-executable' });
  });

  it('is not seen where its directory may not be read', async () => {
    const files = (all: HostFiles): HostFiles => denyingFiles(all, 'usr/sbin');
    const tree = { ...host, 'proc/sys/kernel/modprobe': '/usr/sbin/modprobe2\n' };
    expect(await loadingOf(tree, { files })).toMatchObject({ program: 'unseen' });
  });

  it('is not judged in a captured tree, nor below a root that is no host’s', async () => {
    const gone = { 'proc/sys/kernel/modprobe': '/opt/modprobe\n' };
    expect(await loadingOf({ ...host, ...gone }, { live: false })).toMatchObject({ program: 'unseen' });
    expect(await loadingOf({ ...without(host, 'usr/sbin', 'usr/bin'), ...gone })).toMatchObject({ program: 'unseen' });
  });

  it('is another one where the kernel starts that in place of all', async () => {
    const config = 'CONFIG_STATIC_USERMODEHELPER=y\nCONFIG_STATIC_USERMODEHELPER_PATH="/sbin/helper"\n';
    expect(await loadingOf({ ...host, [`boot/config-${release}`]: config })).toMatchObject({ helper: '/sbin/helper' });
    const off = config.replace('HELPER=y', 'HELPER=n');
    expect(await loadingOf({ ...host, [`boot/config-${release}`]: off })).not.toHaveProperty('helper');
  });
});

describe('what is loaded at boot', () => {
  it.each([
    ['nothing', {}, []],
    [
      'a module and what it needs',
      { 'etc/modules-load.d/a.conf': '# ours\nxt-set\n' },
      ['x_tables', 'xt_set', 'ip_set'],
    ],
    ['a module by its alias', { 'usr/lib/modules-load.d/a.conf': 'ipt_set\n' }, ['x_tables', 'xt_set', 'ip_set']],
    ['a module that is not on the disk', { 'run/modules-load.d/a.conf': 'vxlan\n' }, ['vxlan']],
    ['a file of another name', { 'etc/modules-load.d/a.conf.rpmsave': 'vxlan\n' }, []],
    ['a hidden file', { 'etc/modules-load.d/.a.conf': 'vxlan\n' }, []],
    [
      'a file that another of its name hides',
      { 'usr/lib/modules-load.d/a.conf': 'vxlan\n', 'etc/modules-load.d/a.conf': 'ipip\n' },
      ['ipip'],
    ],
    [
      'a file that a link to nothing hides',
      { 'usr/lib/modules-load.d/a.conf': 'vxlan\n', 'etc/modules-load.d/a.conf': { linkTo: '/dev/null' } },
      [],
    ],
    ['modules_load=', { 'proc/cmdline': 'ro modules_load=vxlan,ipip\n' }, ['ipip', 'vxlan']],
    ['modules-load=', { 'proc/cmdline': 'modules-load=vxlan\n' }, ['vxlan']],
    ['rd.modules_load=', { 'proc/cmdline': 'rd.modules_load=vxlan\n' }, []],
    [
      'a list that nobody reads',
      {
        'etc/modules-load.d/a.conf': 'vxlan\n',
        'etc/systemd/system/systemd-modules-load.service': { linkTo: '/dev/null' },
      },
      [],
    ],
  ] satisfies [string, HostTree, string[]][])('is told by %s', async (_case, more, atBoot) => {
    expect(await loadingOf({ ...host, ...more })).toMatchObject({ atBoot });
  });

  it.each(['etc/modules-load.d', 'etc/modules-load.d/a.conf', 'proc/cmdline'])(
    'is not known where %s may not be read',
    async (path) => {
      const denied = (files: HostFiles): HostFiles => denyingFiles(files, path);
      const tree = { ...host, 'etc/modules-load.d/a.conf': 'vxlan\n' };
      expect(await loadingOf(tree, { files: denied })).not.toHaveProperty('atBoot');
    },
  );

  it('is not known without /etc or a command line', async () => {
    expect(await loadingOf(without(host, 'etc'))).not.toHaveProperty('atBoot');
    expect(await loadingOf(without(host, 'proc/cmdline'))).not.toHaveProperty('atBoot');
  });
});

describe('the releases that have modules where the running kernel has none', () => {
  const updated = { ...without(host, modules), 'usr/lib/modules/6.1.0-51-amd64/modules.dep': '' };
  const states = async (tree: HostTree, options: TemporaryHostOptions = {}): Promise<unknown> => {
    const { kernelModules } = await kernelModulesProbe.gather(temporaryHost(tree, { live: true, ...options }));
    return kernelModules.status === 'observed' ? kernelModules.value : kernelModules;
  };

  it('are named after an update without a reboot', async () => {
    const more = { 'usr/lib/modules/6.1.0-60-amd64/kernel/a.ko': '', 'usr/lib/modules/6.1.0-40-amd64/extra/': '' };
    expect(await loadingOf({ ...updated, ...more })).toMatchObject({
      otherReleases: ['6.1.0-51-amd64', '6.1.0-60-amd64'],
    });
  });

  it('are named where the running kernel left an empty directory behind', async () => {
    expect(await loadingOf({ ...updated, [`${modules}/extra/`]: '' })).toMatchObject({
      otherReleases: ['6.1.0-51-amd64'],
    });
  });

  it.each([
    ['the running kernel has modules', { ...host, 'usr/lib/modules/6.1.0-51-amd64/modules.dep': '' }, {}],
    ['another kernel runs than is judged', updated, { kernelRelease: '6.1.0-52-amd64' }],
    ['the root is a container’s', { ...updated, '.dockerenv': '' }, {}],
    ['the kernel’s own threads do not show', without(updated, 'proc/2'), {}],
    [
      'the kernel has no modules at all',
      { ...updated, [`boot/config-${release}`]: '# CONFIG_MODULES is not set\n' },
      {},
    ],
    ['no kernel has modules here', without(updated, 'usr/lib/modules'), {}],
    ['the directory for modules is empty', { ...without(updated, 'usr/lib/modules'), 'usr/lib/modules/': '' }, {}],
  ] satisfies [string, HostTree, TemporaryHostOptions][])('are not named when %s', async (_case, tree, options) => {
    expect(await loadingOf(tree, options)).not.toHaveProperty('otherReleases');
  });

  it('prove nothing in a container, and an empty directory proves nothing anywhere', async () => {
    const config = `# Linux/x86 6.1 Kernel Configuration\nCONFIG_MODULES=y\nCONFIG_VXLAN=m\nCONFIG_MAGIC_SYSRQ=y\n`;
    const configured = { ...updated, [`boot/config-${release}`]: config };
    expect(await states(configured)).toMatchObject({ ip_set: 'loaded', vxlan: 'configured-only', ip_vs: 'missing' });
    expect(await states({ ...configured, 'run/.containerenv': '' })).toMatchObject({ vxlan: 'unknown' });
    const empty = { ...without(configured, 'usr/lib/modules'), 'usr/lib/modules/': '' };
    expect(await states(empty)).toMatchObject({ ip_set: 'loaded', vxlan: 'unknown', ip_vs: 'unknown' });
  });
});
