import { byBytes } from '../../host/file-name';
import type { ObservedTime } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { holdsNothing, isDirectory } from './hidden-configuration';
import type { KernelCommandLine } from '../../parsers/proc/kernel-command-line';
import { parseKernelCommandLine } from '../../parsers/proc/kernel-command-line';
import type { ModprobeDirective } from '../../parsers/kernel-modules/modprobe-d';
import { mostDirectives, parseModprobeD, weightOf } from '../../parsers/kernel-modules/modprobe-d';
import { readKernelCommandLine } from '../kernel-command-line';
import type { Parsed } from '../../parsers/parsed';
import { malformed, parsed } from '../../parsers/parsed';
import type { LoadingRules } from './module-hindrance';
import { readParsed } from '../read-parsed';
import { pathOfSoftDependencies, softDependencies } from './soft-dependencies-file';

const runtimeDirectory = 'run/modprobe.d';
/** In order of precedence: a file hides those of the same name further down (modprobe.d(5)). */
const directories = [
  'etc/modprobe.d',
  runtimeDirectory,
  'usr/local/lib/modprobe.d',
  'usr/lib/modprobe.d',
  'lib/modprobe.d',
];

/** Bytes of one file; a genuine one has some thousand. */
const largestFile = 1024 * 1024;

const noParameters: KernelCommandLine = { deniedModules: [], blacklistedModules: [] };

interface Directives {
  readonly directives: readonly ModprobeDirective[];
  readonly complete: boolean;
  readonly softDependenciesRead: boolean;
}

/**
 * Everything that can keep the host's kernel from loading a module that is on the disk. A directory that does not exist
 * holds no rule; one that can't be read makes the rules incomplete, and so does a root without /etc, where an
 * administrator's rules would be. Nor are they complete without the two files below /proc that every kernel with modules
 * has: a tree without them does not show what the command line forbids. A kernel's release adds the soft dependencies
 * of its modules.
 */
export async function readLoadingRules(
  files: HostFiles,
  release?: string,
  when: ObservedTime = 'now',
): Promise<LoadingRules> {
  const [{ directives, complete, softDependenciesRead }, commandLine, modulesDisabled] = await Promise.all([
    readDirectives(files, release, when),
    readKernelCommandLine(files),
    readParsed(files, 'proc/sys/kernel/modules_disabled', parseSwitch),
  ]);
  const isDisabled = modulesDisabled.status === 'observed' && modulesDisabled.value;
  return {
    directives,
    commandLine: commandLine.status === 'observed' ? parseKernelCommandLine(commandLine.value) : noParameters,
    modulesDisabled: isDisabled && when === 'now',
    // A boot sets it back, and what has set it may do so again.
    complete: complete && commandLine.status === 'observed' && modulesDisabled.status === 'observed' && !isDisabled,
    softDependenciesRead,
  };
}

/** 0, or 1 once nothing may be loaded any more (sysctl/kernel.rst, modules_disabled). */
function parseSwitch(text: string): Parsed<boolean> {
  const value = text.trim();
  return value === '0' || value === '1' ? parsed(value === '1') : malformed('is neither 0 nor 1');
}

/** All files are read in the order of their names, whichever directory they are in. */
async function readDirectives(files: HostFiles, release: string | undefined, when: ObservedTime): Promise<Directives> {
  const pathByName = new Map<string, string>();
  if (release !== undefined) pathByName.set(softDependencies, await pathOfSoftDependencies(files, release));
  const etc = await files.kind('etc');
  let complete = etc.status === 'observed' && etc.value === 'directory';
  for (const directory of directories) {
    const names = await files.list(directory);
    if (names.status === 'unavailable' && names.reason !== 'not-found') complete = false;
    // A boot empties /run; what is written there before the modules are loaded is not known yet.
    if (when === 'next boot' && directory === runtimeDirectory) {
      if (names.status === 'observed' && names.value.some(isConfiguration)) complete = false;
      continue;
    }
    for (const name of names.status === 'observed' ? names.value : []) {
      const path = `${directory}/${name}`;
      if (isConfiguration(name) && !pathByName.has(name) && !(await isDirectory(files, path)))
        pathByName.set(name, path);
    }
  }
  const directives: ModprobeDirective[] = [];
  let weight = 0;
  let softDependenciesRead = true;
  for (const name of [...pathByName.keys()].sort(byBytes)) {
    const path = pathByName.get(name) ?? '';
    const file = await readParsed(files, path, parseModprobeD, largestFile);
    if (file.status === 'observed') {
      weight += weightOf(file.value);
      // Of more than anybody has nothing is known: a line that is left out may be the one that counts.
      if (weight > mostDirectives) return { directives: [], complete: false, softDependenciesRead: false };
      for (const directive of file.value) directives.push(directive);
    } else if (name === softDependencies) softDependenciesRead = false;
    else if (await holdsNothing(files, path)) continue;
    else complete = false;
  }
  return { directives, complete, softDependenciesRead };
}

/** The second ending is in no man page (kmod's libkmod-config.c, conf_files_filter_out; tried with kmod 30). */
const isConfiguration = (name: string): boolean => /\.(?:conf|alias)$/.test(name) && !name.startsWith('.');
