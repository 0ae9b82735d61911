import type { KernelModules } from '../model/kernel-module';
import type { LoadingOnDemand } from './loading-on-demand';
import type { Availability, ModuleDoubt, ModuleEvidence, ModuleObstacle } from './module-presence';
import { moduleDoubts, moduleObstacles, presenceOfModule } from './module-presence';

/** What is needed: a module by its name, all of several needs, any of them, or one of them while it is not known which. */
export type ModuleNeed = string | { readonly kind: 'all' | 'any' | 'one'; readonly needs: readonly ModuleNeed[] };

/** Every one of these is needed. */
export const allOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'all', needs });
/** Any one of these will do. */
export const anyOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'any', needs });
/** One of these is needed, and what decides which could not be seen: an answer only where they agree. */
export const oneOf = (...needs: readonly ModuleNeed[]): ModuleNeed => ({ kind: 'one', needs });

/** Judges a need on a kernel that loads modules so. A module that the facts do not name is `unknown`. */
export function moduleAvailability(need: ModuleNeed, modules: KernelModules, loading: LoadingOnDemand): Availability {
  if (typeof need === 'string') return presenceOfModule(need, modules, loading);
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
export function modulesOf(need: ModuleNeed): readonly string[] {
  if (typeof need === 'string') return [need];
  const found: string[] = [];
  for (const part of need.needs) for (const name of modulesOf(part)) if (!found.includes(name)) found.push(name);
  return found;
}

function ofAll(parts: readonly Availability[]): Availability {
  // Nearly always so, on every node and for every requirement: nothing is sorted out then.
  if (parts.every(isPresent)) return { presence: 'present', evidence: evidenceOf(parts) };
  const absent = parts.filter(isAbsent);
  if (absent.length > 0)
    return { presence: 'absent', obstacle: byDifficulty(absent)[0] ?? 'missing', evidence: evidenceOf(absent) };
  const undetermined = parts.filter((part) => part.presence === 'undetermined');
  return { presence: 'undetermined', doubt: doubtOf(undetermined), evidence: evidenceOf(undetermined) };
}

function ofAny(parts: readonly Availability[]): Availability {
  const present = parts.find(isPresent);
  if (present !== undefined) return present;
  const undetermined = parts.filter((part) => part.presence === 'undetermined');
  if (undetermined.length > 0)
    return { presence: 'undetermined', doubt: doubtOf(undetermined), evidence: evidenceOf(undetermined) };
  const absent = parts.filter(isAbsent);
  return { presence: 'absent', obstacle: byDifficulty(absent).at(-1) ?? 'missing', evidence: evidenceOf(absent) };
}

function ofOne(parts: readonly Availability[]): Availability {
  if (parts.every(isPresent)) return { presence: 'present', evidence: evidenceOf(parts) };
  if (parts.every(isAbsent)) return ofAny(parts);
  return { presence: 'undetermined', doubt: doubtOf(parts), evidence: evidenceOf(parts) };
}

/** The weightiest of the doubts: how a module would be loaded matters only once it is there and signed. */
const doubtOf = (parts: readonly Availability[]): ModuleDoubt =>
  moduleDoubts.find((doubt) => parts.some((part) => part.presence === 'undetermined' && part.doubt === doubt)) ??
  'module';

type Absent = Extract<Availability, { presence: 'absent' }>;

const isPresent = (part: Availability): boolean => part.presence === 'present';
const isAbsent = (part: Availability): part is Absent => part.presence === 'absent';

const byDifficulty = (parts: readonly Absent[]): ModuleObstacle[] =>
  moduleObstacles.filter((obstacle) => parts.some((part) => part.obstacle === obstacle));

/** The evidence of all parts, each module once; there are a few at most. */
function evidenceOf(parts: readonly Availability[]): ModuleEvidence[] {
  const found: ModuleEvidence[] = [];
  for (const part of parts)
    for (const evidence of part.evidence) if (!names(found, evidence.name)) found.push(evidence);
  return found;
}

function names(found: readonly ModuleEvidence[], name: string): boolean {
  for (const evidence of found) if (evidence.name === name) return true;
  return false;
}
