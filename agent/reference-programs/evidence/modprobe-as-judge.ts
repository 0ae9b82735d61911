import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { kernelModuleTable } from '@calico-readiness/requirements';
import { createHostFiles } from '../../src/host/create-host-files';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import type { Change } from '../../test/evidence/weakened-evidence';
import { copyFixtureForKmod, releaseOfFixture } from '../kmod/fixture-module-tree';
import { askModprobe } from '../kmod/modprobe-in-tree';
import { requestsFor, verdictOfModprobe } from '../kmod/modprobe-verdict';

/** Where trees are made, and modprobe with its libraries. */
export interface Workshop {
  readonly directory: string;
  readonly kit: string;
}

/**
 * Does the damage to a copy of a fixture host, and asks modprobe about every module of which the agent says something
 * else because of it. True where there is one and modprobe says the same of all.
 */
export async function agreesWithModprobe(
  host: string,
  { path, damage }: Pick<Change, 'path' | 'damage'>,
  { directory, kit }: Workshop,
): Promise<boolean> {
  const root = mkdtempSync(join(directory, 'host-'));
  try {
    copyFixtureForKmod(host, root);
    const release = releaseOfFixture(host);
    const before = await statesOf(root, release);
    doDamage(join(root, path), damage);
    const after = await statesOf(root, release);
    const changed = kernelModuleTable.filter(({ name }) => before[name] !== after[name]);
    const answers = askModprobe(root, kit, release, changed.flatMap(requestsFor));
    let taken = 0;
    const agrees = changed.map((entry) => {
      const own = answers.slice(taken, (taken += requestsFor(entry).length));
      return after[entry.name] === verdictOfModprobe(entry, own, (file) => existsSync(join(root, file)));
    });
    return agrees.length > 0 && !agrees.includes(false);
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function statesOf(root: string, kernelRelease: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { kernelModules } = await kernelModulesProbe.gather({
    files: createHostFiles(root),
    live: false,
    kernelRelease,
  });
  return kernelModules.status === 'observed' ? kernelModules.value : {};
}

/** What `damagedFiles` pretends, on the disk. */
function doDamage(path: string, damage: Change['damage']): void {
  const isDirectory = lstatSync(path).isDirectory();
  if (damage === 'emptied' && !isDirectory) return truncateSync(path);
  rmSync(path, { recursive: true });
  if (damage === 'emptied') mkdirSync(path);
}
