import type { Fact, KernelModuleEntry } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { KernelConfigFile } from '../../parsers/kernel-config';
import { canonicalModuleName, moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import type { RunningModules } from './loaded-modules';
import type { Hindrance, ModuleEvidence } from './module-evidence';
import type { LoadingRules } from './module-hindrance';
import { hindranceOf } from './module-hindrance';
import { hasSoftDependencies } from './soft-dependencies';
import type { ModuleTree, ModuleTreeLookup } from './module-tree';

/** Everything that was read of the host, for one module after the other. */
export interface ModuleSources {
  readonly files: HostFiles;
  readonly tree: ModuleTreeLookup;
  readonly config: Fact<KernelConfigFile>;
  readonly running: RunningModules;
  readonly rules: LoadingRules;
}

/** Puts together what the host's files show of one module. */
export async function collectModuleEvidence(entry: KernelModuleEntry, sources: ModuleSources): Promise<ModuleEvidence> {
  const { tree, running } = sources;
  const configured = configuredValue(entry.symbols, sources.config);
  if (configuredValue(['MODULES'], sources.config) === 'n') {
    // A kernel without module support has nothing but its image, and its configuration says all of it.
    return {
      loaded: 'no',
      builtIn: isBuiltIn(entry.name, sources) === 'yes' ? 'yes' : 'no',
      configured,
      file: 'absent',
      hindrance: 'none',
    };
  }
  const name = nameOfFile(entry.name, tree);
  const file = await moduleFile(name, sources);
  return {
    loaded: isLoaded(name, running),
    builtIn: isBuiltIn(entry.name, sources),
    configured,
    file: file.state,
    hindrance: hindrance(name, entry, file.dependencies, sources),
  };
}

/** A module that was merged into another or renamed lives on as an alias: nf_log_ipv4 is nf_log_syslog since Linux 5.11. */
function nameOfFile(name: string, tree: ModuleTreeLookup): string {
  if (typeof tree === 'string' || tree.aliases.status === 'unavailable' || tree.dependencies.status === 'unavailable')
    return name;
  if (tree.dependencies.value.has(name)) return name;
  for (const [module, aliases] of tree.aliases.value) if (aliases.includes(name)) return module;
  return name;
}

function isLoaded(name: string, { running, listed, live }: RunningModules): ModuleEvidence['loaded'] {
  if (running === false) return 'no';
  if (live.has(name)) return 'yes';
  if (listed.status === 'unavailable' || running === null) return 'unseen';
  return listed.value.has(name) ? 'yes' : 'no';
}

function isBuiltIn(name: string, { tree, running }: ModuleSources): ModuleEvidence['builtIn'] {
  if (typeof tree === 'string') return running.compiledIn.has(name) ? 'yes' : tree === 'unseen' ? 'unseen' : 'no';
  const { builtin, builtinModinfo, dependencies } = tree;
  if (builtin.status === 'observed' && builtin.value.has(name)) return 'yes';
  const modinfo = builtinModinfo.status === 'observed' ? builtinModinfo.value : undefined;
  if (modinfo?.modules.has(name) === true || modinfo?.aliases.has(name) === true) return 'yes';
  // A capture may lack initstate; what has a file is no part of the image.
  const hasFile = dependencies.status === 'observed' && dependencies.value.has(name);
  if (running.compiledIn.has(name) && !hasFile) return 'yes';
  // Kernels before 5.2 have no modules.builtin.modinfo.
  const modinfoRead = builtinModinfo.status === 'observed' || builtinModinfo.reason === 'not-found';
  return builtin.status === 'observed' && modinfoRead ? 'no' : 'unseen';
}

/** `n` only when each symbol is known to be off; a later symbol may yet be the one that builds the module. */
function configuredValue(symbols: readonly string[], config: Fact<KernelConfigFile>): ModuleEvidence['configured'] {
  if (config.status === 'unavailable') return 'unseen';
  const values = symbols.map((symbol) => config.value.symbols.get(symbol) ?? (config.value.complete ? 'n' : 'unseen'));
  return (['y', 'm', 'unseen'] as const).find((value) => values.includes(value)) ?? 'n';
}

interface FileEvidence {
  readonly state: ModuleEvidence['file'];
  /** Paths of the modules that it needs. */
  readonly dependencies: readonly string[];
}

async function moduleFile(name: string, { files, tree, running }: ModuleSources): Promise<FileEvidence> {
  const without = (state: ModuleEvidence['file']): FileEvidence => ({ state, dependencies: [] });
  if (tree === 'unseen' || tree === 'absent') return without(tree);
  // Modules are loaded and there is nowhere they came from: we look at a container's root, not at the host's.
  if (tree === 'no-directory') return without(couldHaveLoaded(running) ? 'unseen' : 'absent');
  const listed = tree.dependencies.status === 'observed' ? tree.dependencies.value.get(name) : undefined;
  if (listed === undefined) {
    const onDisk = tree.onDisk.status === 'observed' ? tree.onDisk.value.has(name) : undefined;
    return without(onDisk === false ? 'absent' : 'unseen');
  }
  const needed = listed.dependencies.filter((path) => isLoaded(moduleNameOfPath(path) ?? '', running) !== 'yes');
  const kinds = await Promise.all([listed.path, ...needed].map((path) => files.kind(hostPath(tree, path))));
  if (kinds.some((kind) => kind.status === 'unavailable')) return { state: 'unseen', dependencies: needed };
  const present = kinds.every((kind) => kind.status === 'observed' && kind.value === 'file');
  return { state: present ? 'present' : 'absent', dependencies: needed };
}

const couldHaveLoaded = ({ running, listed }: RunningModules): boolean =>
  running !== false && (listed.status === 'unavailable' || listed.value.size > 0);

const hostPath = (tree: ModuleTree, path: string): string => (path.startsWith('/') ? path : `${tree.path}/${path}`);

function hindrance(
  name: string,
  entry: KernelModuleEntry,
  dependencies: readonly string[],
  { tree, rules }: ModuleSources,
): Hindrance {
  // Under its old name a renamed module is asked for by an alias.
  const isRenamed = name !== entry.name;
  const asked = [...(isRenamed ? [entry.name] : []), ...entry.aliases.map(canonicalModuleName)];
  const known =
    typeof tree !== 'string' && tree.aliases.status === 'observed' ? (tree.aliases.value.get(name) ?? []) : asked;
  const needed = dependencies.map(moduleNameOfPath).filter((dependency) => dependency !== undefined);
  return hindranceOf(
    {
      name,
      aliases: asked.filter((alias) => known.includes(alias)),
      askedByName: entry.askedByName && !isRenamed,
      dependencies: needed,
      withSoftDependencies: [name, ...needed].filter((module) => hasSoftDependencies(module, rules.directives, tree)),
    },
    rules,
  );
}
