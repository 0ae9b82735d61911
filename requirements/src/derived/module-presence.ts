import type { KernelModules, ModuleState } from '../model/kernel-module';
import { kernelModuleEntry } from './kernel-module-table';
import type { LoadingOnDemand } from './loading-on-demand';

/**
 * Why a module cannot be had, the hardest to put right first: another kernel, a package, a signature, a line in a file, a
 * list of what to load.
 */
export const moduleObstacles = [
  'missing',
  'configured-only',
  'unsigned',
  'blocked',
  'blacklisted',
  'not-on-demand',
] as const;
export type ModuleObstacle = (typeof moduleObstacles)[number];

/** One module and its state, as evidence. */
export interface ModuleEvidence {
  readonly name: string;
  readonly state: ModuleState;
}

/**
 * What could not be seen, the weightiest first: the module itself, whether the kernel accepts its signature, or only
 * whether something asks for it.
 */
export const moduleDoubts = ['module', 'signature', 'loading'] as const;
export type ModuleDoubt = (typeof moduleDoubts)[number];

/** Whether a need is met, three-valued, and the modules that decide it. */
export type Availability =
  | { readonly presence: 'present'; readonly evidence: readonly ModuleEvidence[] }
  | { readonly presence: 'undetermined'; readonly doubt: ModuleDoubt; readonly evidence: readonly ModuleEvidence[] }
  | { readonly presence: 'absent'; readonly obstacle: ModuleObstacle; readonly evidence: readonly ModuleEvidence[] };

/** Judges one module. A module that the facts do not name is `unknown`. */
export function presenceOfModule(name: string, modules: KernelModules, loading: LoadingOnDemand): Availability {
  // Not a plain index: names such as `constructor` are on every object.
  const state = (Object.hasOwn(modules, name) ? modules[name] : undefined) ?? 'unknown';
  const evidence = [{ name, state }];
  switch (state) {
    case 'loaded':
    case 'built-in':
      return { presence: 'present', evidence };
    case 'loadable':
      return ofLoadable(name, evidence, loading);
    case 'blacklisted':
      // A blacklist line suppresses aliases (modprobe.d(5)), and what systemd-modules-load would load.
      return kernelModuleEntry(name)?.askedByName === true
        ? ofLoadable(name, evidence, { ...loading, atBoot: [] })
        : { presence: 'absent', obstacle: state, evidence };
    case 'unsigned':
    case 'blocked':
    case 'configured-only':
    case 'missing':
      return { presence: 'absent', obstacle: state, evidence };
    case 'unverified':
      return { presence: 'undetermined', doubt: 'signature', evidence };
    default:
      // `unknown`, and any state that a later agent may report.
      return { presence: 'undetermined', doubt: 'module', evidence };
  }
}

/** A module that is on the disk gets into the kernel if the kernel asks for it, or if someone loads it without being asked. */
function ofLoadable(
  name: string,
  evidence: readonly ModuleEvidence[],
  { requests, atBoot, byCalico, perhapsByKubeProxy }: LoadingOnDemand,
): Availability {
  if (requests === 'load' || atBoot?.includes(name) === true || byCalico.includes(name))
    return { presence: 'present', evidence };
  return requests === 'unknown' || atBoot === undefined || perhapsByKubeProxy.includes(name)
    ? { presence: 'undetermined', doubt: 'loading', evidence }
    : { presence: 'absent', obstacle: 'not-on-demand', evidence };
}

/** The evidence in one line, grouped by state: `ip_tables, x_tables: loaded; iptable_raw: loadable`. */
export function describeModules(evidence: readonly ModuleEvidence[]): string {
  const [first] = evidence;
  // Most requirements are about one module.
  if (evidence.length === 1 && first !== undefined) return `${first.name}: ${first.state}`;
  const groups = new Map<ModuleState, string>();
  for (const { name, state } of evidence) {
    const names = groups.get(state);
    groups.set(state, names === undefined ? name : `${names}, ${name}`);
  }
  let text = '';
  for (const [state, names] of groups) text += `${text === '' ? '' : '; '}${names}: ${state}`;
  return text;
}
