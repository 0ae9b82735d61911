import { kernelModuleTable } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { kernelModulesProbe } from './kernel-modules';

afterEach(removeTemporaryHosts);

const release = '6.1.0-50-amd64';
const modules = `usr/lib/modules/${release}`;
const config = (...lines: string[]): string =>
  ['# Linux/x86 6.1.176 Kernel Configuration', 'CONFIG_MODULES=y', ...lines, 'CONFIG_MAGIC_SYSRQ=y', ''].join('\n');

/** A small running host: one module of each kind. */
const host: HostTree = {
  'etc/os-release': 'ID=debian\n',
  'proc/sys/kernel/osrelease': `${release}\n`,
  'proc/sys/kernel/modules_disabled': '0\n',
  'proc/modules': 'ip_set 61440 0 - Live 0x0\n',
  'proc/cmdline': 'ro quiet\n',
  'sys/kernel/security/lockdown': '[none] integrity confidentiality\n',
  'sys/module/module/parameters/sig_enforce': 'N\n',
  'sys/module/ip_set/initstate': 'live\n',
  lib: { linkTo: 'usr/lib' },
  [`${modules}/modules.dep`]:
    'kernel/ip_set.ko.xz:\nkernel/xt_set.ko.xz: kernel/ip_set.ko.xz kernel/x_tables.ko.xz\nkernel/x_tables.ko.xz:\nkernel/vxlan.ko.xz: kernel/udp_tunnel.ko.xz\nkernel/ipip.ko.xz:\n',
  [`${modules}/modules.alias`]:
    'alias ipt_set xt_set\nalias ip6t_set xt_set\nalias rtnl-link-vxlan vxlan\nalias rtnl-link-ipip ipip\n',
  [`${modules}/modules.softdep`]: '# Soft dependencies extracted from modules themselves.\n',
  [`${modules}/modules.builtin`]: 'kernel/net/netfilter/nf_conntrack.ko\n',
  [`${modules}/modules.builtin.modinfo`]:
    'nf_conntrack.license=GPL\0nf_nat.license=GPL\0nf_log_syslog.alias=nf_log_ipv4\0',
  [`${modules}/kernel/ip_set.ko.xz`]: '',
  [`${modules}/kernel/xt_set.ko.xz`]: '',
  [`${modules}/kernel/x_tables.ko.xz`]: '',
  [`${modules}/kernel/vxlan.ko.xz`]: '',
  [`${modules}/kernel/udp_tunnel.ko.xz`]: '',
  [`boot/config-${release}`]: config(
    'CONFIG_IP_SET=m',
    'CONFIG_NETFILTER_XT_SET=m',
    'CONFIG_NET_IPIP=m',
    'CONFIG_WIREGUARD=m',
    'CONFIG_NF_NAT=y',
    '# CONFIG_IP_VS is not set',
  ),
};

const statesOf = async (tree: HostTree, options?: TemporaryHostOptions): Promise<Record<string, string>> => {
  const { kernelModules } = await kernelModulesProbe.gather(temporaryHost(tree, options));
  return kernelModules.status === 'observed' ? { ...kernelModules.value } : { fact: kernelModules.reason };
};

const without = (tree: HostTree, ...prefixes: string[]): HostTree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !prefixes.some((prefix) => path.startsWith(prefix))));

describe('on a running host', () => {
  it('tells the states apart', async () => {
    expect(await statesOf(host)).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'loadable',
      vxlan: 'loadable',
      nf_conntrack: 'built-in',
      nf_nat: 'built-in',
      nf_log_ipv4: 'built-in',
      ipip: 'configured-only',
      wireguard: 'configured-only',
      ip_vs: 'missing',
    });
  });

  it('names every module of the catalogue and no other', async () => {
    expect(Object.keys(await statesOf(host))).toEqual(kernelModuleTable.map((entry) => entry.name));
  });

  it.each([
    ['gz', 'ko.gz'],
    ['zst', 'ko.zst'],
    ['nothing', 'ko'],
  ])('finds a module that is compressed with %s', async (_case, suffix) => {
    const dep = `kernel/ipip.${suffix}:\n`;
    expect(
      await statesOf({ ...host, [`${modules}/modules.dep`]: dep, [`${modules}/kernel/ipip.${suffix}`]: '' }),
    ).toMatchObject({ ipip: 'loadable' });
  });

  it('finds the module directory of a system whose lib is no link', async () => {
    const moved = Object.fromEntries(
      Object.entries(without(host, 'lib')).map(([path, content]) => [
        path.replace('usr/lib/modules', 'lib/modules'),
        content,
      ]),
    );
    expect(await statesOf(moved)).toMatchObject({ xt_set: 'loadable', ip_vs: 'missing' });
  });

  it('wants the files of what a module needs on the disk, unless that is loaded', async () => {
    expect(await statesOf(without(host, `${modules}/kernel/x_tables`))).toMatchObject({ xt_set: 'configured-only' });
    expect(await statesOf(without(host, `${modules}/kernel/ip_set`))).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'loadable',
    });
  });

  it('looks up a renamed module by its alias', async () => {
    const renamed = {
      ...host,
      [`${modules}/modules.builtin.modinfo`]: '',
      [`${modules}/modules.dep`]: 'kernel/nf_log_syslog.ko:\n',
      [`${modules}/modules.alias`]: 'alias nf_log_ipv4 nf_log_syslog\n',
      [`${modules}/kernel/nf_log_syslog.ko`]: '',
    };
    expect(await statesOf(renamed)).toMatchObject({ nf_log_ipv4: 'loadable', nf_log_ipv6: 'missing' });
  });

  it.each([
    ['', 'loadable'],
    ['alias ipt_MASQUERADE off\n', 'blacklisted'],
    ['install ipt_MASQUERADE /bin/false\n', 'blacklisted'],
    ['blacklist xt_MASQUERADE\n', 'blacklisted'],
    ['install xt_MASQUERADE /bin/false\n', 'blocked'],
  ])('takes the old name of a renamed module for an alias: %j', async (rules, state) => {
    const renamed = {
      ...host,
      [`${modules}/modules.dep`]: 'kernel/xt_MASQUERADE.ko:\n',
      [`${modules}/modules.alias`]: 'alias ipt_MASQUERADE xt_MASQUERADE\n',
      [`${modules}/kernel/xt_MASQUERADE.ko`]: '',
      'etc/modprobe.d/a.conf': rules,
    };
    expect(await statesOf(renamed)).toMatchObject({ ipt_MASQUERADE: state, xt_MASQUERADE: state });
  });

  it('takes what /sys/module shows', async () => {
    const more = { ...host, 'sys/module/vxlan/initstate': 'live\n', 'sys/module/ip_vs/parameters/x': '1\n' };
    expect(await statesOf(more)).toMatchObject({ vxlan: 'loaded', ip_vs: 'built-in' });
  });
});

describe('what keeps a module out', () => {
  it.each([
    ['a blacklist line', { 'etc/modprobe.d/a.conf': 'blacklist vxlan\n' }, 'blacklisted'],
    ['a file that is not named .conf', { 'etc/modprobe.d/a.conf.rpmsave': 'blacklist vxlan\n' }, 'loadable'],
    ['a file that is named .alias', { 'etc/modprobe.d/a.alias': 'blacklist vxlan\n' }, 'blacklisted'],
    [
      'a directory, which hides no file',
      { 'usr/lib/modprobe.d/a.conf': 'blacklist vxlan\n', 'etc/modprobe.d/a.conf/': '' },
      'blacklisted',
    ],
    ['a directory alone', { 'etc/modprobe.d/a.conf/b.conf': 'blacklist vxlan\n' }, 'loadable'],
    ['a hidden file', { 'etc/modprobe.d/.a.conf': 'blacklist vxlan\n' }, 'loadable'],
    ['an install line', { 'usr/lib/modprobe.d/a.conf': 'install vxlan /bin/false\n' }, 'blocked'],
    ['an install line for what it needs', { 'run/modprobe.d/a.conf': 'install udp_tunnel /bin/false\n' }, 'blocked'],
    ['a line in usr/local/lib', { 'usr/local/lib/modprobe.d/a.conf': 'blacklist vxlan\n' }, 'blacklisted'],
    [
      'a file hidden by an empty one of its name',
      { 'usr/lib/modprobe.d/a.conf': 'blacklist vxlan\n', 'etc/modprobe.d/a.conf': '' },
      'loadable',
    ],
    [
      'a file hidden by a link to /dev/null',
      { 'usr/lib/modprobe.d/a.conf': 'blacklist vxlan\n', 'etc/modprobe.d/a.conf': { linkTo: '/dev/null' } },
      'loadable',
    ],
    [
      'the first install line in the order of file names',
      {
        'usr/lib/modprobe.d/10-a.conf': 'install vxlan /sbin/modprobe --ignore-install vxlan\n',
        'etc/modprobe.d/20-b.conf': 'install vxlan /bin/false\n',
      },
      'loadable',
    ],
    ['binary rubbish', { 'etc/modprobe.d/a.conf': 'blacklist vxlan\n\0' }, 'unknown'],
    ['modprobe.blacklist=', { 'proc/cmdline': 'ro modprobe.blacklist=vxlan\n' }, 'blacklisted'],
    ['module_blacklist=', { 'proc/cmdline': 'ro module_blacklist=udp_tunnel\n' }, 'blocked'],
    ['modules_disabled', { 'proc/sys/kernel/modules_disabled': '1\n' }, 'blocked'],
  ] satisfies [string, HostTree, string][])('%s', async (_case, more, state) => {
    expect(await statesOf({ ...host, ...more })).toMatchObject({
      vxlan: state,
      ip_set: 'loaded',
      nf_conntrack: 'built-in',
    });
  });

  it.each(['etc/modprobe.d', 'etc/modprobe.d/a.conf', 'proc/cmdline', 'proc/sys/kernel/modules_disabled'])(
    'is not known when %s may not be read',
    async (path) => {
      const tree = { ...host, 'etc/modprobe.d/a.conf': '# nothing\n' };
      const denied = (files: HostFiles): HostFiles => denyingFiles(files, path);
      expect(await statesOf(tree, { files: denied })).toMatchObject({
        vxlan: 'unknown',
        ip_set: 'loaded',
        nf_conntrack: 'built-in',
      });
    },
  );
});

describe('an install line for a module with soft dependencies', () => {
  const softdep = `${modules}/modules.softdep`;
  it.each([
    ['counts when there are none', { [softdep]: '# none\n' }, 'blocked'],
    ['is passed over when the module names one that there is', { [softdep]: 'softdep vxlan pre: ipip\n' }, 'loadable'],
    [
      'is passed over when the module names one by an alias',
      { [softdep]: 'softdep vxlan pre: rtnl-link-ipip\n' },
      'loadable',
    ],
    [
      'is passed over when the module names what is in the kernel',
      { [softdep]: 'softdep vxlan post: nf_log_ipv4\n' },
      'loadable',
    ],
    ['is passed over when modprobe.d names one', { 'etc/modprobe.d/b.conf': 'softdep vx* pre: ipip\n' }, 'loadable'],
    [
      'is passed over when what the module names has a line',
      { [softdep]: 'softdep vxlan pre: ours\n', 'etc/modprobe.d/b.conf': 'install ours /bin/true\n' },
      'loadable',
    ],
    ['counts when nothing has the name', { [softdep]: 'softdep vxlan pre: constructor\n' }, 'blocked'],
    ['counts when another module names one', { [softdep]: 'softdep udp_tunnel pre: ipip\n' }, 'blocked'],
    [
      'counts when a file that sorts before takes the soft dependencies away',
      { [softdep]: 'softdep vxlan pre: ipip\n', 'etc/modprobe.d/b.conf': 'softdep vxlan pre:\n' },
      'blocked',
    ],
    [
      'is passed over when a file that sorts behind would take them away',
      { [softdep]: 'softdep vxlan pre: ipip\n', 'etc/modprobe.d/z.conf': 'softdep vxlan pre:\n' },
      'loadable',
    ],
  ] satisfies [string, HostTree, string][])('%s', async (_case, more, state) => {
    expect(await statesOf({ ...host, 'etc/modprobe.d/a.conf': 'install vxlan /bin/false\n', ...more })).toMatchObject({
      vxlan: state,
    });
  });

  it('is passed over for what another module needs', async () => {
    const more = {
      [softdep]: 'softdep udp_tunnel pre: ipip\n',
      'etc/modprobe.d/a.conf': 'install udp_tunnel /bin/false\n',
    };
    expect(await statesOf({ ...host, ...more })).toMatchObject({ vxlan: 'loadable' });
  });

  it('is not known to count in a tree without the soft dependencies, which depmod always writes', async () => {
    expect(
      await statesOf({ ...without(host, softdep), 'etc/modprobe.d/a.conf': 'install vxlan /bin/false\n' }),
    ).toMatchObject({ vxlan: 'unknown', xt_set: 'loadable' });
  });

  it('is not known to count when the soft dependencies may not be read', async () => {
    const tree = { ...host, [softdep]: '', 'etc/modprobe.d/a.conf': 'install vxlan /bin/false\n' };
    const denied = (files: HostFiles): HostFiles => denyingFiles(files, softdep);
    expect(await statesOf(tree, { files: denied })).toMatchObject({ vxlan: 'unknown', xt_set: 'loadable' });
  });
});

describe('with a source missing or spoilt', () => {
  it.each([
    [
      'modules.dep is cut off',
      { [`${modules}/modules.dep`]: 'kernel/ip_set.ko.xz:\nkernel/xt_se' },
      { xt_set: 'unknown', ip_vs: 'missing' },
    ],
    [
      'modules.dep is cut off at a line end',
      { [`${modules}/modules.dep`]: 'kernel/ip_set.ko.xz:\n' },
      { xt_set: 'unknown', ip_vs: 'missing' },
    ],
    ['modules.dep is binary', { [`${modules}/modules.dep`]: '\0\u0001' }, { xt_set: 'unknown' }],
    [
      'modules.builtin is cut off',
      { [`${modules}/modules.builtin`]: 'kernel/net/netf' },
      { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'loadable' },
    ],
    ['modules.builtin.modinfo is rubbish', { [`${modules}/modules.builtin.modinfo`]: 'x' }, { ip_vs: 'unknown' }],
    [
      'the configuration is cut off',
      { [`boot/config-${release}`]: '# Linux/x86 6.1.176 Kernel Configuration\nCONFIG_IP_SET=m\n' },
      { ip_vs: 'unknown', nf_conntrack: 'built-in', xt_set: 'loadable' },
    ],
    [
      'the configuration is binary',
      { [`boot/config-${release}`]: '\0' },
      { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'loadable' },
    ],
    [
      '/proc/modules is rubbish',
      { 'proc/modules': 'rubbish' },
      { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'loadable' },
    ],
  ] satisfies [string, HostTree, Record<string, string>][])(
    '%s: what it could have shown is unknown, the rest stands',
    async (_case, change, expected) => {
      expect(await statesOf({ ...host, ...change })).toMatchObject(expected);
    },
  );

  it.each([
    ['proc/modules', { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'loadable' }],
    ['boot', { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'loadable' }],
    [modules, { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'unknown', nf_nat: 'built-in' }],
    [`${modules}/kernel`, { ip_vs: 'unknown', xt_set: 'unknown' }],
    ['usr', { ip_vs: 'unknown', ipip: 'unknown', xt_set: 'unknown' }],
  ])('%s may not be read', async (path, expected) => {
    const denied = (files: HostFiles): HostFiles => denyingFiles(files, path);
    expect(await statesOf(host, { files: denied })).toMatchObject(expected);
  });

  it('knows nothing of an empty root', async () => {
    const unknown = Object.fromEntries(kernelModuleTable.map((entry) => [entry.name, 'unknown']));
    expect(await statesOf({})).toEqual(unknown);
    expect(await statesOf({}, { kernelRelease: release })).toEqual(unknown);
  });

  it('judges an image that does not run by its files, of which none shows what its command line will forbid', async () => {
    const image = without(host, 'proc', 'sys');
    expect(await statesOf(image)).toMatchObject({
      ip_set: 'unknown',
      xt_set: 'unknown',
      nf_conntrack: 'built-in',
      ipip: 'configured-only',
      ip_vs: 'missing',
    });
    expect(await statesOf({ ...image, 'etc/modprobe.d/a.conf': 'install ip_set /bin/false\n' })).toMatchObject({
      ip_set: 'blocked',
      xt_set: 'blocked',
    });
  });

  it.each([
    ['no command line', { 'proc/cmdline': undefined }],
    ['an empty one', { 'proc/cmdline': '' }],
    ['one that is cut off', { 'proc/cmdline': 'ro module_black' }],
    ['no switch for loading', { 'proc/sys/kernel/modules_disabled': undefined }],
    ['an empty one for it', { 'proc/sys/kernel/modules_disabled': '' }],
  ])('calls nothing loadable with %s', async (_what, change: Record<string, string | undefined>) => {
    const tree = Object.fromEntries(Object.entries({ ...host, ...change }).filter(([, text]) => text !== undefined));
    expect(await statesOf(tree as HostTree)).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'unknown',
      vxlan: 'unknown',
      nf_conntrack: 'built-in',
    });
  });

  it('calls nothing loadable below a root without /etc, where a rule could be that keeps it out', async () => {
    expect(await statesOf(without(host, 'etc'))).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'unknown',
      vxlan: 'unknown',
      nf_conntrack: 'built-in',
      ip_vs: 'missing',
    });
  });

  it('does not use the running kernel for another release', async () => {
    const other = { ...host, 'proc/sys/kernel/osrelease': '5.10.0-1\n' };
    expect(await statesOf(other, { kernelRelease: release })).toMatchObject({ ip_set: 'loadable', xt_set: 'loadable' });
  });

  it('says what is configured and not installed when the release has no module directory', async () => {
    const removed = { ...without(host, modules), 'usr/lib/modules/6.1.0-51-amd64/modules.dep': '' };
    expect(await statesOf(removed)).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'configured-only',
      nf_nat: 'built-in',
      ip_vs: 'missing',
    });
  });

  it('knows a configuration alone as far as it goes', async () => {
    const only = { [`boot/config-${release}`]: host[`boot/config-${release}`] ?? '' };
    expect(await statesOf(only, { kernelRelease: release })).toMatchObject({
      xt_set: 'configured-only',
      nf_nat: 'built-in',
      ip_vs: 'missing',
    });
  });

  it('does not take the root of a container, with modules loaded and none on its disk, for that of the host', async () => {
    const container = without(host, 'usr', 'lib');
    expect(await statesOf(container)).toMatchObject({
      ip_set: 'loaded',
      xt_set: 'unknown',
      ip_vs: 'unknown',
      nf_nat: 'built-in',
    });
  });
});

describe('a kernel without module support', () => {
  const monolithic: HostTree = {
    'proc/sys/kernel/osrelease': '6.18.44\n',
    'boot/config-6.18.44':
      '# Linux/x86 6.18.44 Kernel Configuration\n# CONFIG_MODULES is not set\nCONFIG_IP_SET=y\n# CONFIG_WIREGUARD is not set\nCONFIG_MAGIC_SYSRQ=y\n',
    'sys/module/vxlan/parameters/log_ecn_error': 'Y\n',
  };

  it('has what its configuration says and nothing else', async () => {
    expect(await statesOf(monolithic)).toMatchObject({
      ip_set: 'built-in',
      wireguard: 'missing',
      ip_vs: 'missing',
      vxlan: 'built-in',
    });
  });
});
