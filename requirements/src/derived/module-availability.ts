import type { KernelModules, ModuleState } from '../model/kernel-module';
import { kernelModuleEntry } from './kernel-module-table';
import type { LoadingOnDemand } from './loading-on-demand';

/** What is needed: a module by its name, all of several needs, any of them, or one of them while it is not known which. */
export type ModuleNeed = string | { readonly kind: 'all' | 'any' | 'one'; readonly needs: readonly ModuleNeed[] };

/** Every one of these is needed. */
export const allOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'all', needs });
/** Any one of these will do. */
export const anyOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'any', needs });
/** One of these is needed, and what decides which could not be seen: an answer only where they agree. */
export const oneOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'one', needs });

/** Why a module can not be had, the hardest to put right first: another kernel, a package, a line in a file, a list of what to load. */
export const moduleObstacles = ['missing', 'configured-only', 'blocked', 'blacklisted', 'not-on-demand'] as const;
export type ModuleObstacle = (typeof moduleObstacles)[number];

/** One module and its state, as evidence. */
export interface ModuleEvidence {
  readonly name: string;
  readonly state: ModuleState;
}

/** What could not be seen: the module itself, or only whether a module that is on the disk gets into the kernel. */
export type ModuleDoubt = 'module' | 'loading';

/** Whether a need is met, three-valued, and the modules that decide it. */
export type Availability =
  | { readonly presence: 'present'; readonly evidence: readonly ModuleEvidence[] }
  | { readonly presence: 'undetermined'; readonly doubt: ModuleDoubt; readonly evidence: readonly ModuleEvidence[] }
  | { readonly presence: 'absent'; readonly obstacle: ModuleObstacle; readonly evidence: readonly ModuleEvidence[] };

/** Judges a need on a kernel that loads modules so. A module that the facts do not name is `unknown`. */
export function moduleAvailability(need: ModuleNeed, modules: KernelModules, loading: LoadingOnDemand): Availability {
  if (typeof need === 'string') return ofModule(need, modules, loading);
  const parts = need.needs.map((part) => moduleAvailability(part, modules, loading));
  switch (need.kind) {
    case 'all':
      return ofAll(parts);
    case 'any':
      return ofAny(parts);
    case 'one':
      return ofOne(parts);
    default:
      return need.kind satisfies never;
  }
}

/** Every module that a need names, each once. */
export const modulesOf = (need: ModuleNeed): readonly string[] =>
  typeof need === 'string' ? [need] : [...new Set(need.needs.flatMap(modulesOf))];

function ofModule(name: string, modules: KernelModules, loading: LoadingOnDemand): Availability {
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
        ? ofLoadable(name, evidence, { ...loading, atBoot: new Set() })
        : { presence: 'absent', obstacle: state, evidence };
    case 'blocked':
    case 'configured-only':
    case 'missing':
      return { presence: 'absent', obstacle: state, evidence };
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
  if (requests === 'load' || atBoot?.has(name) === true || byCalico.includes(name))
    return { presence: 'present', evidence };
  return requests === 'unknown' || atBoot === undefined || perhapsByKubeProxy.includes(name)
    ? { presence: 'undetermined', doubt: 'loading', evidence }
    : { presence: 'absent', obstacle: 'not-on-demand', evidence };
}

function ofAll(parts: readonly Availability[]): Availability {
  const absent = parts.filter(isAbsent);
  if (absent.length > 0)
    return { presence: 'absent', obstacle: byDifficulty(absent)[0] ?? 'missing', evidence: evidenceOf(absent) };
  const undetermined = parts.filter((part) => part.presence === 'undetermined');
  if (undetermined.length > 0)
    return { presence: 'undetermined', doubt: doubtOf(undetermined), evidence: evidenceOf(undetermined) };
  return { presence: 'present', evidence: evidenceOf(parts) };
}

function ofAny(parts: readonly Availability[]): Availability {
  const present = parts.find((part) => part.presence === 'present');
  if (present !== undefined) return present;
  const undetermined = parts.filter((part) => part.presence === 'undetermined');
  if (undetermined.length > 0)
    return { presence: 'undetermined', doubt: doubtOf(undetermined), evidence: evidenceOf(undetermined) };
  const absent = parts.filter(isAbsent);
  return { presence: 'absent', obstacle: byDifficulty(absent).at(-1) ?? 'missing', evidence: evidenceOf(absent) };
}

function ofOne(parts: readonly Availability[]): Availability {
  if (parts.every((part) => part.presence === 'present')) return { presence: 'present', evidence: evidenceOf(parts) };
  if (parts.every(isAbsent)) return ofAny(parts);
  return { presence: 'undetermined', doubt: doubtOf(parts), evidence: evidenceOf(parts) };
}

/** What is not seen of a module weighs more: how it would be loaded matters only once it is there. */
const doubtOf = (parts: readonly Availability[]): ModuleDoubt =>
  parts.some((part) => part.presence === 'undetermined' && part.doubt === 'loading') &&
  !parts.some((part) => part.presence === 'undetermined' && part.doubt === 'module')
    ? 'loading'
    : 'module';

type Absent = Extract<Availability, { presence: 'absent' }>;

const isAbsent = (part: Availability): part is Absent => part.presence === 'absent';

const byDifficulty = (parts: readonly Absent[]): ModuleObstacle[] =>
  moduleObstacles.filter((obstacle) => parts.some((part) => part.obstacle === obstacle));

const evidenceOf = (parts: readonly Availability[]): ModuleEvidence[] => [
  ...new Map(parts.flatMap((part) => part.evidence).map((evidence) => [evidence.name, evidence])).values(),
];

/** The evidence in one line, grouped by state: `ip_tables, x_tables: loaded; iptable_raw: loadable`. */
export function describeModules(evidence: readonly ModuleEvidence[]): string {
  const groups = new Map<ModuleState, string[]>();
  for (const { name, state } of evidence) groups.set(state, [...(groups.get(state) ?? []), name]);
  return [...groups].map(([state, names]) => `${names.join(', ')}: ${state}`).join('; ');
}
