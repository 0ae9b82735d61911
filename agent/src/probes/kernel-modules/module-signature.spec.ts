import { gzipSync } from 'node:zlib';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { kernelModulesProbe } from './kernel-modules';

afterEach(removeTemporaryHosts);

const release = '5.14.0-427.13.1.el9_4.x86_64';
const modules = `usr/lib/modules/${release}`;
const elf = '\u007fELF\u0002\u0001\u0001 code';
const signed = `${elf} signature ~Module signature appended~\n`;
const lockdown = 'sys/kernel/security/lockdown';
const parameter = 'sys/module/module/parameters/sig_enforce';

/** A running host under Secure Boot: xt_set is the kernel's own, wireguard somebody else's. */
const host: HostTree = {
  'etc/os-release': 'ID=rhel\n',
  'proc/sys/kernel/osrelease': `${release}\n`,
  'proc/modules': 'ip_set 61440 0 - Live 0x0\n',
  'proc/cmdline': 'ro quiet\n',
  'proc/sys/kernel/modules_disabled': '0\n',
  [lockdown]: 'none [integrity] confidentiality\n',
  [parameter]: 'N\n',
  [`${modules}/modules.dep`]:
    'extra/wireguard.ko: kernel/net/udp_tunnel.ko\nkernel/net/xt_set.ko:\nkernel/net/udp_tunnel.ko:\n',
  [`${modules}/modules.order`]: 'kernel/net/xt_set.ko\nkernel/net/udp_tunnel.ko\nkernel/drivers/net/vxlan/vxlan.ko\n',
  [`${modules}/modules.alias`]: '# none\n',
  [`${modules}/modules.softdep`]: '# none\n',
  [`${modules}/modules.builtin`]: '',
  [`${modules}/modules.builtin.modinfo`]: '',
  [`${modules}/kernel/net/xt_set.ko`]: '',
  [`${modules}/kernel/net/udp_tunnel.ko`]: '',
  [`${modules}/extra/wireguard.ko`]: elf,
};

const without = (...paths: string[]): HostTree =>
  Object.fromEntries(Object.entries(host).filter(([path]) => !paths.includes(path)));

const statesOf = async (tree: HostTree, denied?: string): Promise<Record<string, string>> => {
  const options =
    denied === undefined ? {} : { files: (files: Parameters<typeof denyingFiles>[0]) => denyingFiles(files, denied) };
  const { kernelModules } = await kernelModulesProbe.gather(temporaryHost(tree, options));
  return kernelModules.status === 'observed' ? { ...kernelModules.value } : {};
};

/** With the module that is not the kernel's own in a file of its own kind. */
const withModule = (path: string, content: string | Uint8Array): HostTree => ({
  ...without(`${modules}/extra/wireguard.ko`),
  [`${modules}/modules.dep`]: `${path}:\nkernel/net/xt_set.ko:\n`,
  [`${modules}/${path}`]: content,
});

describe('a module that was not built with the kernel', () => {
  it('is unsigned under lockdown, and the kernel’s own is not asked', async () => {
    expect(await statesOf(host)).toMatchObject({ wireguard: 'unsigned', xt_set: 'loadable' });
  });

  it.each([
    ['extra/wireguard.ko', signed, 'unverified'],
    ['updates/dkms/wireguard.ko', elf, 'unsigned'],
    ['weak-updates/wireguard/wireguard.ko', elf, 'unsigned'],
    ['kernel/drivers/net/wireguard/wireguard.ko', elf, 'unsigned'],
    ['extra/wireguard.ko.gz', gzipSync(Buffer.from(elf, 'latin1')), 'unsigned'],
    ['extra/wireguard.ko.gz', gzipSync(Buffer.from(signed, 'latin1')), 'unverified'],
    ['extra/wireguard.ko.xz', elf, 'unverified'],
    ['extra/wireguard.ko.bz2', elf, 'unverified'],
    ['extra/wireguard.ko', '', 'unverified'],
  ])('%s of %j is %s', async (path, content, state) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    expect(await statesOf(withModule(path, bytes))).toMatchObject({ wireguard: state, xt_set: 'loadable' });
  });

  it('follows the link of weak-updates', async () => {
    const linked = {
      ...withModule('weak-updates/wireguard.ko', ''),
      [`${modules}/weak-updates/wireguard.ko`]: { linkTo: '/lib/modules/5.14.0-1/extra/wireguard.ko' },
      'lib/modules/5.14.0-1/extra/wireguard.ko': Buffer.from(elf, 'latin1'),
    };
    expect(await statesOf(linked)).toMatchObject({ wireguard: 'unsigned' });
  });

  it('is not known to be unsigned when its file may not be read', async () => {
    expect(await statesOf(host, `${modules}/extra`)).not.toMatchObject({ wireguard: 'unsigned' });
    expect(await statesOf(host, `${modules}/extra`)).not.toMatchObject({ wireguard: 'loadable' });
  });

  it('makes unsigned what needs it', async () => {
    const needed = {
      ...host,
      [`${modules}/modules.dep`]: 'kernel/net/xt_set.ko: extra/helper.ko\nextra/helper.ko:\n',
      [`${modules}/extra/helper.ko`]: elf,
    };
    expect(await statesOf(needed)).toMatchObject({ xt_set: 'unsigned' });
  });

  it('is taken for what it is when it is loaded', async () => {
    expect(await statesOf({ ...host, 'proc/modules': 'wireguard 1 0 - Live 0x0\n' })).toMatchObject({
      wireguard: 'loaded',
    });
  });
});

describe('a module of the kernel’s package of extra modules', () => {
  const moved: HostTree = {
    ...host,
    [`${modules}/modules.dep`]: 'extra/drivers/net/vxlan/vxlan.ko:\n',
    [`${modules}/extra/drivers/net/vxlan/vxlan.ko`]: '',
  };

  it('is the kernel’s own where packaging moved it from kernel/ to extra/', async () => {
    expect(await statesOf(moved)).toMatchObject({ vxlan: 'loadable' });
  });

  it('is not when the one that was built with the kernel lies in its place', async () => {
    const beside = { ...moved, [`${modules}/kernel/drivers/net/vxlan/vxlan.ko`]: '' };
    expect(await statesOf(beside)).toMatchObject({ vxlan: 'unverified' });
  });
});

describe('without the kernel’s list of its own modules', () => {
  it.each([
    ['is not there', without(`${modules}/modules.order`)],
    ['was cut off', { ...host, [`${modules}/modules.order`]: 'kernel/net/xt_' }],
    ['is empty', { ...host, [`${modules}/modules.order`]: '' }],
  ])('no path alone is trusted: it %s', async (_what, tree) => {
    const tried = { ...tree, [`${modules}/kernel/net/xt_set.ko`]: signed };
    expect(await statesOf(tried)).toMatchObject({ xt_set: 'unverified', wireguard: 'unsigned' });
  });
});
