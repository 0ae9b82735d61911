import type { Fact, KernelModuleEntry } from '@calico-readiness/requirements';
import type { KernelConfigFile } from '../../parsers/kernel-config';
import { canonicalModuleName, moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import { isLoaded } from './loaded-modules';
import { isListed, lookUp } from './look-up';
import { moduleFile } from './module-file';
import type { ModuleSources } from './module-sources';
import type { Hindrance, ModuleEvidence } from './module-evidence';
import { hindranceOf } from './module-hindrance';
import { signatureOf } from './module-signature';
import { hasSoftDependencies } from './soft-dependencies';
import type { ModuleTreeLookup } from './module-tree';
import { writtenValue } from '../kept-symbols';

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
      signature: 'not-asked',
    };
  }
  const name = nameOfFile(entry.name, tree);
  const file = await moduleFile(name, sources);
  const [loaded, builtIn] = [isLoaded(name, running), isBuiltIn(entry.name, sources)];
  const isThere = loaded === 'yes' || builtIn === 'yes' || typeof tree === 'string' || file.state !== 'present';
  return {
    loaded,
    builtIn,
    configured,
    file: file.state,
    hindrance: hindrance(name, entry, file.dependencies, sources),
    signature: isThere ? 'not-asked' : await signatureOf(file.paths, tree.path, sources.files, sources.signing),
  };
}

/** A module that was merged into another or renamed lives on as an alias: nf_log_ipv4 is nf_log_syslog since Linux 5.11. */
export function nameOfFile(name: string, tree: ModuleTreeLookup): string {
  if (typeof tree === 'string' || lookUp(tree.dependencies, name) !== undefined) return name;
  const owners = lookUp(tree.aliases, name);
  return owners === 'unseen' ? name : (owners?.[0] ?? name);
}

function isBuiltIn(name: string, { tree, running }: ModuleSources): ModuleEvidence['builtIn'] {
  if (typeof tree === 'string') return running.compiledIn.has(name) ? 'yes' : tree === 'unseen' ? 'unseen' : 'no';
  const { builtin, builtinModinfo, dependencies } = tree;
  if (builtin.status === 'observed' && builtin.value.has(name)) return 'yes';
  const modinfo = builtinModinfo.status === 'observed' ? builtinModinfo.value : undefined;
  if (modinfo?.modules.has(name) === true || modinfo?.aliases.has(name) === true) return 'yes';
  // A capture may lack initstate; what has a file is no part of the image.
  if (running.compiledIn.has(name) && !isListed(dependencies, name)) return 'yes';
  // Kernels before 5.2 have no modules.builtin.modinfo.
  const modinfoRead = builtinModinfo.status === 'observed' || builtinModinfo.reason === 'not-found';
  return builtin.status === 'observed' && modinfoRead ? 'no' : 'unseen';
}

/** `n` only when each symbol is known to be off; a later symbol may yet be the one that builds the module. */
function configuredValue(symbols: readonly string[], config: Fact<KernelConfigFile>): ModuleEvidence['configured'] {
  if (config.status === 'unavailable') return 'unseen';
  const values = symbols.map(
    (symbol) => writtenValue(config.value, symbol) ?? (config.value.complete ? 'n' : 'unseen'),
  );
  return (['y', 'm', 'unseen'] as const).find((value) => values.includes(value)) ?? 'n';
}

function hindrance(
  name: string,
  entry: KernelModuleEntry,
  dependencies: readonly string[],
  { tree, rules }: ModuleSources,
): Hindrance {
  // Under its old name a renamed module is asked for by an alias.
  const isRenamed = name !== entry.name;
  const asked = [...(isRenamed ? [entry.name] : []), ...entry.aliases.map(canonicalModuleName)];
  const isKnown = (alias: string): boolean => {
    const owners = typeof tree === 'string' ? 'unseen' : lookUp(tree.aliases, alias);
    return owners === 'unseen' || owners?.includes(name) === true;
  };
  const needed = dependencies.map(moduleNameOfPath).filter((dependency) => dependency !== undefined);
  return hindranceOf(
    {
      name,
      aliases: asked.filter(isKnown),
      askedByName: entry.askedByName && !isRenamed,
      dependencies: needed,
      withSoftDependencies: [name, ...needed].filter((module) => hasSoftDependencies(module, rules.directives, tree)),
    },
    rules,
  );
}
