import type { HostFiles } from '../../host/host-files';
import { denyingFiles } from '../../../test/denying-files';
import {
  modulesAliasBin,
  modulesBuiltinAliasBin,
  modulesBuiltinBin,
  modulesDepBin,
} from '../../../test/kmod/kmod-index-files';
import type { HostTree, TemporaryHostOptions } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { kernelModulesProbe } from './kernel-modules';

afterEach(removeTemporaryHosts);

const release = '6.1.0-50-amd64';
const modules = `usr/lib/modules/${release}`;
const dep = 'kernel/vxlan.ko:\nkernel/nf_log_syslog.ko:\n';
const alias = 'alias nf_log_ipv4 nf_log_syslog\nalias rtnl-link-vxlan vxlan\n';
const builtin = 'kernel/ip_set.ko\n';
const modinfo = 'ip_set.license=GPL\0xt_mark.alias=ipt_mark\0nf_log.alias=nf_log_ipv6\0';

/** A host with the text files, the binary indexes, and the files of the modules. */
const host: HostTree = {
  'etc/os-release': 'ID=debian\n',
  'proc/1/comm': 'systemd\n',
  'proc/2/comm': 'kthreadd\n',
  'proc/cmdline': 'ro quiet\n',
  'proc/sys/kernel/modules_disabled': '0\n',
  'proc/modules': '',
  'proc/sys/kernel/osrelease': `${release}\n`,
  [`boot/config-${release}`]:
    '# Linux/x86 6.1 Kernel Configuration\nCONFIG_MODULES=y\nCONFIG_VXLAN=m\nCONFIG_NF_LOG_SYSLOG=m\nCONFIG_MAGIC_SYSRQ=y\n',
  [`${modules}/modules.dep`]: dep,
  [`${modules}/modules.alias`]: alias,
  [`${modules}/modules.builtin`]: builtin,
  [`${modules}/modules.builtin.modinfo`]: modinfo,
  [`${modules}/modules.softdep`]: '# none\n',
  [`${modules}/modules.dep.bin`]: modulesDepBin(dep),
  [`${modules}/modules.alias.bin`]: modulesAliasBin(alias),
  [`${modules}/modules.builtin.bin`]: modulesBuiltinBin(builtin),
  [`${modules}/modules.builtin.alias.bin`]: modulesBuiltinAliasBin(modinfo),
  [`${modules}/kernel/vxlan.ko`]: '',
  [`${modules}/kernel/nf_log_syslog.ko`]: '',
};
const whole = {
  vxlan: 'loadable',
  nf_log_ipv4: 'loadable',
  ip_set: 'built-in',
  nf_log_ipv6: 'built-in',
  ip_vs: 'missing',
};

const statesOf = async (tree: HostTree, options?: TemporaryHostOptions): Promise<unknown> => {
  const { kernelModules } = await kernelModulesProbe.gather(temporaryHost(tree, options));
  return kernelModules.status === 'observed' ? kernelModules.value : kernelModules;
};
const without = (...paths: string[]): HostTree =>
  Object.fromEntries(Object.entries(host).filter(([path]) => !paths.includes(path)));
const texts = ['dep', 'alias', 'builtin', 'builtin.modinfo'].map((name) => `${modules}/modules.${name}`);
const indexes = ['dep', 'alias', 'builtin', 'builtin.alias'].map((name) => `${modules}/modules.${name}.bin`);

describe('the indexes of a kernel’s modules', () => {
  it.each([
    ['all are there', host],
    ['only the text files are there', without(...indexes)],
    ['only the binary indexes are there', without(...texts)],
    ['the text files are damaged', { ...host, ...Object.fromEntries(texts.map((path) => [path, 'kernel/vx'])) }],
    [
      'the text files name other modules',
      { ...host, [`${modules}/modules.dep`]: 'kernel/ip_vs.ko:\n', [`${modules}/modules.alias`]: '' },
    ],
  ] satisfies [string, HostTree][])('say the same when %s', async (_case, tree) => {
    expect(await statesOf(tree)).toMatchObject(whole);
  });

  it.each([
    [
      'another module',
      modulesDepBin('kernel/nf_log_syslog.ko:\n'),
      { vxlan: 'configured-only', nf_log_ipv4: 'loadable' },
    ],
    ['nothing that can be read', Buffer.from('rubbish in the place of it'), { vxlan: 'unknown', ip_set: 'built-in' }],
    ['half of it', modulesDepBin(dep).subarray(0, 40), { vxlan: 'unknown', ip_set: 'built-in' }],
  ])('are judged by modules.dep.bin, which has %s', async (_case, bytes, states) => {
    expect(await statesOf({ ...host, [`${modules}/modules.dep.bin`]: bytes })).toMatchObject(states);
  });

  it('do not prove that a module can be loaded whose file is gone', async () => {
    expect(await statesOf(without(`${modules}/kernel/vxlan.ko`))).toMatchObject({ vxlan: 'configured-only' });
  });

  it('are not known where the binary one may not be read', async () => {
    const denied = (files: HostFiles): HostFiles => denyingFiles(files, `${modules}/modules.dep.bin`);
    expect(await statesOf(host, { files: denied })).toMatchObject({ vxlan: 'unknown' });
  });

  it.each([
    ['kmod, which finds no module by the text files', '../bin/kmod', 'unknown'],
    ['Busybox, which reads the text files', '/bin/busybox', 'loadable'],
  ])('of a running host without binary ones are judged as by its modprobe: %s', async (_case, linkTo, vxlan) => {
    const tree = { ...without(...indexes), 'usr/sbin/modprobe': { linkTo } };
    expect(await statesOf(tree, { live: true })).toMatchObject({ vxlan, ip_set: 'built-in' });
    expect(await statesOf({ ...host, 'usr/sbin/modprobe': { linkTo } }, { live: true })).toMatchObject(whole);
  });
});
