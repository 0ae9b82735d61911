import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { readKernelConfigFile } from '../kernel-config-file';
import { readSignatureEnforcement } from './signature-enforcement';

afterEach(removeTemporaryHosts);

const lockdown = 'sys/kernel/security/lockdown';
const level = 'sys/kernel/security/securelevel';
const parameter = 'sys/module/module/parameters/sig_enforce';
const variable = 'sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';
const secureBoot = (value: number): Uint8Array => Uint8Array.from([6, 0, 0, 0, value]);

const config = (...lines: string[]): string =>
  ['# Linux/x86 5.14.0 Kernel Configuration', ...lines, 'CONFIG_MAGIC_SYSRQ=y', ''].join('\n');

/** Nothing asks for signatures. */
const lax: HostTree = {
  'proc/sys/kernel/osrelease': '5.14.0-1\n',
  'proc/cmdline': 'ro quiet\n',
  [lockdown]: '[none] integrity confidentiality\n',
  [parameter]: 'N\n',
  'boot/config-5.14.0-1': config('CONFIG_MODULE_SIG=y', 'CONFIG_SECURITY_LOCKDOWN_LSM=y'),
};

const without = (tree: HostTree, ...paths: string[]): HostTree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !paths.includes(path)));

const enforcement = async (tree: HostTree, denied?: string): Promise<string> => {
  const host = temporaryHost(tree, denied === undefined ? {} : { files: (files) => denyingFiles(files, denied) });
  return readSignatureEnforcement(host.files, await readKernelConfigFile(host));
};

const oldLockdown = config('CONFIG_MODULE_SIG=y', 'CONFIG_LOCK_DOWN_KERNEL=y');
/** RHEL 8, whose lockdown shows in no file. */
const withoutFile: HostTree = { ...without(lax, lockdown), 'boot/config-5.14.0-1': oldLockdown };
const bios = { 'sys/firmware/memmap/0/type': 'System RAM\n' };

describe('readSignatureEnforcement', () => {
  it.each<[string, HostTree, string]>([
    ['nothing asks', lax, 'no'],
    ['lockdown integrity', { ...lax, [lockdown]: 'none [integrity] confidentiality\n' }, 'yes'],
    ['lockdown confidentiality', { ...lax, [lockdown]: 'none integrity [confidentiality]\n' }, 'yes'],
    ['a lockdown file that says nothing', { ...lax, [lockdown]: '' }, 'unseen'],
    ['the parameter', { ...lax, [parameter]: 'Y\n' }, 'yes'],
    ['the command line', { ...lax, 'proc/cmdline': 'module.sig_enforce=1\n' }, 'yes'],
    ['CONFIG_MODULE_SIG_FORCE', { ...lax, 'boot/config-5.14.0-1': config('CONFIG_MODULE_SIG_FORCE=y') }, 'yes'],
    ['no parameter and a command line without it', without(lax, parameter), 'unseen'],
    ['neither parameter nor command line', without(lax, parameter, 'proc/cmdline'), 'unseen'],
    [
      'a kernel without signatures',
      { ...without(lax, parameter, 'proc/cmdline', lockdown), 'boot/config-5.14.0-1': config() },
      'no',
    ],
    ['no lockdown file of a kernel that has lockdown', without(lax, lockdown), 'unseen'],
    ['no lockdown file and no configuration', without(lax, lockdown, 'boot/config-5.14.0-1'), 'unseen'],
    ['a secure level above 0', { ...without(lax, lockdown), [level]: '1' }, 'yes'],
    ['a secure level of 0', { ...without(lax, lockdown), [level]: '0\n' }, 'no'],
    ['Secure Boot', { ...withoutFile, [variable]: secureBoot(1) }, 'yes'],
    ['UEFI without Secure Boot', { ...withoutFile, [variable]: secureBoot(0) }, 'no'],
    ['a variable of another length', { ...withoutFile, [variable]: Uint8Array.from([1]) }, 'unseen'],
    ['a BIOS', { ...withoutFile, ...bios }, 'no'],
    ['a BIOS and lockdown by hand', { ...withoutFile, ...bios, 'proc/cmdline': 'ro lockdown\n' }, 'unseen'],
    ['UEFI whose variables are not shown', { ...withoutFile, ...bios, 'sys/firmware/efi/systab': '' }, 'unseen'],
    ['other firmware', { ...withoutFile, 'sys/firmware/ipl/secure': '1\n' }, 'unseen'],
    ['firmware out of sight', withoutFile, 'unseen'],
  ])('with %s', async (_what, tree, expected) => expect(await enforcement(tree)).toBe(expected));

  it.each([lockdown, 'proc/cmdline', parameter])('knows no less than it says when %s may not be read', async (path) => {
    expect(await enforcement({ ...lax, [parameter]: 'Y\n' }, path)).not.toBe('no');
  });

  it('does not take what it may not read for off', async () => {
    expect(await enforcement(lax, lockdown)).toBe('unseen');
    expect(await enforcement({ ...withoutFile, [variable]: secureBoot(0) }, variable)).toBe('unseen');
  });
});
