import type { Fact, Lockdown } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host-files';
import { parseLockdown } from '../parsers/lockdown';
import { readKernelConfigFile } from './kernel-config-file';
import type { Probe } from './probe';
import { readParsed } from './read-parsed';
import { writtenValue } from './kept-symbols';

const securityFileSystem = 'sys/kernel/security';
const lockdownFile = `${securityFileSystem}/lockdown`;
/** Bytes: a page of the largest size, of which the file fills one line. */
export const longestLockdown = 64 * 1024;

/** The level of kernel lockdown (kernel_lockdown(7)). */
export const lockdownProbe: Probe<'lockdown'> = {
  name: 'lockdown',
  facts: ['lockdown'],
  gather: async (host) => ({ lockdown: await gather(host) }),
};

async function gather(host: Host): Promise<Fact<Lockdown>> {
  const level = await readParsed(host.files, lockdownFile, parseLockdown, longestLockdown);
  if (level.status === 'observed' || level.reason !== 'not-found') return level;
  const config = await readKernelConfigFile(host);
  const built =
    config.status === 'observed' &&
    (writtenValue(config.value, 'SECURITY_LOCKDOWN_LSM') ?? (config.value.complete ? 'n' : undefined));
  if (built === 'n') return observed('absent', config.source);
  // A kernel that has it built in has the file, whether it is in use or not (security/lockdown/lockdown.c).
  if (built === 'y' || (await isInUse(host.files)))
    return unavailable('not-found', lockdownFile, 'the kernel has it, and it is not shown');
  // Without securityfs the file is absent whatever the kernel does; with it there are other entries.
  const entries = await host.files.list(securityFileSystem);
  if (entries.status === 'observed' && entries.value.length > 0) return observed('absent', lockdownFile);
  return unavailable('not-found', lockdownFile, 'securityfs is not mounted');
}

/** By the list of the security modules in use (the kernel's security/inode.c). */
async function isInUse(files: HostFiles): Promise<boolean> {
  const names = await files.readText(`${securityFileSystem}/lsm`);
  return names.status === 'observed' && names.value.trim().split(',').includes('lockdown');
}
