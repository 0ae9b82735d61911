import type { Fact } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
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
    await Promise.all(
      names.value.map(async (name) => {
        const state = await files.readText(`sys/module/${name}/initstate`);
        if (state.status === 'observed' && state.value.trim() === 'live') live.add(canonicalModuleName(name));
        else if (state.status === 'unavailable' && state.reason === 'not-found')
          compiledIn.add(canonicalModuleName(name));
      }),
    );
  }
  return { running, listed, live, compiledIn };
}

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
