import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allOf, loadingOnDemand, moduleAvailability } from '@calico-readiness/requirements';
import { createHostFiles } from '../../src/host/create-host-files';
import type { HostTree } from '../../test/temporary-host';
import { modprobePathProbe } from '../../src/probes/modprobe-path';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import type { Deed } from '../kernel/calico-deeds';
import { guestRelease, guestRoot } from './guest-packages';

/** The guest as the agent sees it, case by case: its modules and their indexes, and its stock rules. */
export interface GuestTree {
  readonly root: string;
  /** Puts the stock rules and a case's files in place of those of the case before. */
  readonly write: (files: HostTree) => void;
  readonly remove: () => void;
}

const ruleDirectories = ['etc/modprobe.d', 'run/modprobe.d', 'usr/local/lib/modprobe.d', 'usr/lib/modprobe.d'];

/** Copies what the agent looks at out of the guest's root directory. */
export function guestTree(): GuestTree {
  const root = mkdtempSync(join(tmpdir(), 'calico-readiness-guest-'));
  const take = (path: string): void =>
    cpSync(join(guestRoot, path), join(root, path), { recursive: true, verbatimSymlinks: true });
  take('usr/lib/modules');
  take('boot');
  symlinkSync('usr/lib', join(root, 'lib'));
  return {
    root,
    write: (files) => {
      for (const directory of [...ruleDirectories, 'proc'])
        rmSync(join(root, directory), { recursive: true, force: true });
      for (const directory of ['etc/modprobe.d', 'usr/lib/modprobe.d']) take(directory);
      for (const [path, content] of Object.entries<HostTree[string]>({
        'proc/sys/kernel/modprobe': '/sbin/modprobe\n',
        'proc/sys/kernel/osrelease': guestRelease(),
        'proc/sys/kernel/modules_disabled': '0\n',
        ...files,
      })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(join(root, path), content);
        else symlinkSync(content.linkTo, join(root, path));
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The agent's word on whether the guest has what a deed needs. */
export async function availabilityFor(
  [, ...modules]: Deed,
  { root }: GuestTree,
): Promise<ReturnType<typeof moduleAvailability>> {
  const host = { files: createHostFiles(root), live: false };
  const facts = { ...(await kernelModulesProbe.gather(host)), ...(await modprobePathProbe.gather(host)) };
  return moduleAvailability(
    allOf(...modules),
    facts.kernelModules.status === 'observed' ? facts.kernelModules.value : {},
    // As Felix does where WireGuard is on, the deed runs modprobe first.
    loadingOnDemand(facts, { wireguard: true, kubeProxyMode: 'iptables' }),
  );
}
