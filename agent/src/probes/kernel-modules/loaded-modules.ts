import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { canonicalModuleName } from '../../parsers/kernel-modules/module-name';
import { parseProcModules } from '../../parsers/proc/proc-modules';
import { runningKernelRelease } from '../kernel-release';
import { readParsed } from '../read-parsed';
import type { ModuleEvidence } from './module-evidence';

/** What the running kernel itself shows of its modules. */
export interface RunningModules {
  /** Whether a kernel of the release that is judged runs on the host; null when that could not be seen. */
  readonly running: boolean | null;
  /** /proc/modules; unavailable `not-found` for a kernel without module support. */
  readonly listed: Fact<ReadonlySet<string>>;
  /** Entries of /sys/module that are loaded modules. */
  readonly live: ReadonlySet<string>;
  /** The other entries of /sys/module: code of the kernel image that has parameters or a version. */
  readonly compiledIn: ReadonlySet<string>;
}

/** Reads /proc/modules and /sys/module, as far as they are about the release that is judged. */
export async function readRunningModules(host: Host, release: Fact<string>): Promise<RunningModules> {
  const { files } = host;
  const [runningRelease, listed, names] = await Promise.all([
    runningKernelRelease(files),
    readParsed(files, 'proc/modules', parseProcModules),
    files.list('sys/module'),
  ]);
  const running = isRunning(runningRelease, release, listed.status === 'observed');
  const live = new Set<string>();
  const compiledIn = new Set<string>();
  if (running === true && names.status === 'observed') {
    for (const name of names.value) {
      const state = await stateOf(files, name, listed);
      if (state === 'live') live.add(canonicalModuleName(name));
      if (state === 'none') compiledIn.add(canonicalModuleName(name));
    }
  }
  // A boot begins with the kernel's image alone; what is loaded then is told by files.
  if (host.when === 'next boot' && running !== null)
    return { running, listed: observed(new Set<string>(), 'the next boot'), live: new Set(), compiledIn };
  return { running, listed, live, compiledIn };
}

/** A module in its first or last moments is neither; what has no state is no module. */
async function stateOf(
  files: HostFiles,
  name: string,
  listed: RunningModules['listed'],
): Promise<'live' | 'none' | 'other'> {
  const path = `sys/module/${name}/initstate`;
  const kind = await files.kind(path);
  if (kind.status === 'observed' && kind.value === 'absent') return 'none';
  // What /proc/modules lists is taken for loaded in any case.
  if (kind.status === 'observed' && listed.status === 'observed' && listed.value.has(canonicalModuleName(name)))
    return 'live';
  const state = await files.readText(path);
  if (state.status === 'unavailable') return state.reason === 'not-found' ? 'none' : 'other';
  return state.value.trim() === 'live' ? 'live' : 'other';
}

/** The same words where the running kernel shows the same modules, in whatever order. */
export const wordsOf = ({ running, listed, live, compiledIn }: RunningModules): string =>
  JSON.stringify([
    running,
    listed.status === 'observed' ? [...listed.value].sort() : listed,
    [...live].sort(),
    [...compiledIn].sort(),
  ]);

function isRunning(running: Fact<string>, judged: Fact<string>, listsModules: boolean): boolean | null {
  if (running.status === 'observed') return judged.status === 'observed' && running.value === judged.value;
  // A captured tree may have /proc/modules and no release: the modules are those of the kernel it was taken from.
  if (running.reason === 'not-found') return listsModules;
  return null;
}

/** Whether the running kernel has the module, by its name in the form of /proc/modules. */
export function isLoaded(name: string, { running, listed, live }: RunningModules): ModuleEvidence['loaded'] {
  if (running === false) return 'no';
  if (live.has(name)) return 'yes';
  if (listed.status === 'unavailable' || running === null) return 'unseen';
  return listed.value.has(name) ? 'yes' : 'no';
}
