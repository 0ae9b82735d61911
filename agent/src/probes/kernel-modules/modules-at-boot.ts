import type { ObservedTime } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { canonicalModuleName } from '../../parsers/kernel-modules/module-name';
import { parseModulesLoadD } from '../../parsers/kernel-modules/modules-load-d';
import { modulesLoadedByCommandLine } from '../../parsers/proc/kernel-command-line';
import { longestCommandLine } from '../kernel-command-line';

/** In order of precedence: a file hides those of the same name further down (modules-load.d(5)). */
const directories = [
  'etc/modules-load.d',
  'run/modules-load.d',
  'usr/local/lib/modules-load.d',
  'usr/lib/modules-load.d',
  'lib/modules-load.d',
] as const;

/** Bytes of one file, and names in all of them; a genuine host has some dozens. */
const largestFile = 256 * 1024;
const mostNames = 4096;

const unit = 'etc/systemd/system/systemd-modules-load.service';

/**
 * What systemd-modules-load(8) is told to load at boot, by canonical name or alias. Undefined where a source of it could
 * not be read, a missing command line and a root without /etc among them.
 */
export async function modulesNamedForBoot(
  files: HostFiles,
  when: ObservedTime = 'now',
): Promise<ReadonlySet<string> | undefined> {
  const mask = await files.readLink(unit);
  if (mask.status === 'observed' && mask.value === '/dev/null') return new Set();
  const [etc, commandLine, paths] = await Promise.all([
    files.kind('etc'),
    files.readText('proc/cmdline', longestCommandLine),
    pathsByName(files, when),
  ]);
  if (etc.status === 'unavailable' || etc.value !== 'directory') return undefined;
  if (commandLine.status === 'unavailable' || paths === undefined) return undefined;
  const names = [...modulesLoadedByCommandLine(commandLine.value)];
  for (const path of paths.values()) {
    const file = await files.readText(path, largestFile);
    if (file.status === 'observed') for (const name of parseModulesLoadD(file.value)) names.push(name);
    else if (!(await holdsNothing(files, path))) return undefined;
    if (names.length > mostNames) return undefined;
  }
  return new Set(names.map(canonicalModuleName));
}

async function pathsByName(files: HostFiles, when: ObservedTime): Promise<ReadonlyMap<string, string> | undefined> {
  const paths = new Map<string, string>();
  for (const directory of directories) {
    // A boot empties /run.
    if (when === 'next boot' && directory === 'run/modules-load.d') continue;
    const names = await files.list(directory);
    if (names.status === 'unavailable' && names.reason !== 'not-found') return undefined;
    for (const name of names.status === 'observed' ? names.value : []) {
      if (name.endsWith('.conf') && !name.startsWith('.') && !paths.has(name)) paths.set(name, `${directory}/${name}`);
    }
  }
  return paths;
}

/** A link to /dev/null, or to nothing, hides the vendor's file and names no module itself. */
async function holdsNothing(files: HostFiles, path: string): Promise<boolean> {
  const kind = await files.kind(path);
  return kind.status === 'observed' && ['character-device', 'dangling-link', 'absent'].includes(kind.value);
}
