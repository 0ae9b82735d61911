import type { CalicoPorts, ClusterProfile, ProfileValues } from '@calico-readiness/requirements';
import { defaultProfileValues, portNames } from '@calico-readiness/requirements';
import type { ProfileRule } from './profile-rules';
import { portNumber, profileRules, shown } from './profile-rules';

/** A complete profile, of which some fields are declared, and which ports somebody really wrote down. */
export interface Declaration {
  readonly profile: ClusterProfile;
  readonly writtenPorts: Partial<CalicoPorts>;
}

/** A place in a declared profile that cannot be used, with what stands there and what may. */
export interface ProfileProblem {
  /** The field, e.g. `ports.bgp`; empty for the whole. */
  readonly field: string;
  /** A sentence without the field's name. */
  readonly message: string;
}

/** What of a declared profile is usable, and everything that is not. */
export interface DeclaredProfile {
  readonly values: Partial<ProfileValues>;
  /** The ports that are written there; `values` has the defaults of the others beside them. */
  readonly writtenPorts: Partial<CalicoPorts>;
  readonly problems: readonly ProfileProblem[];
}

/**
 * Reads a declared profile: an object with any of the profile's fields, `ports` with any of its ports (the others
 * keep their defaults). From a `--profile` file or from ReadinessPolicy `spec.profile`. Never throws; what cannot
 * be used is a problem and is left out of `values`.
 */
export function readDeclaredProfile(document: unknown): DeclaredProfile {
  if (!isRecord(document)) {
    return {
      values: {},
      writtenPorts: {},
      problems: [{ field: '', message: `is ${shown(document)}; it must be a map of profile fields` }],
    };
  }
  const values: Record<string, unknown> = {};
  const problems: ProfileProblem[] = [];
  let writtenPorts: Partial<CalicoPorts> = {};
  const known: Readonly<Record<string, ProfileRule>> = profileRules;
  for (const [field, value] of Object.entries(document)) {
    if (field === 'ports') {
      const ports = readPorts(value);
      if (ports.problems.length === 0) {
        values['ports'] = ports.values;
        writtenPorts = value as Partial<CalicoPorts>;
      }
      problems.push(...ports.problems);
      continue;
    }
    const rule = Object.hasOwn(known, field) ? known[field] : undefined;
    const message =
      rule === undefined
        ? `is not a field of the profile; known: ${[...Object.keys(profileRules), 'ports'].join(', ')}`
        : rule(value);
    if (message === undefined) values[field] = value;
    else problems.push({ field, message });
  }
  return { values, writtenPorts, problems };
}

function readPorts(value: unknown): { readonly values: CalicoPorts; readonly problems: readonly ProfileProblem[] } {
  const defaults = defaultProfileValues.ports;
  if (!isRecord(value))
    return {
      values: defaults,
      problems: [{ field: 'ports', message: `is ${shown(value)}; it must be a map of ports` }],
    };
  const problems = Object.entries(value).flatMap(([name, port]) => {
    const known = portNames.some((candidate) => candidate === name);
    const message = known ? portNumber(port) : `is not a port of the profile; known: ${portNames.join(', ')}`;
    return message === undefined ? [] : [{ field: `ports.${name}`, message }];
  });
  return { values: problems.length === 0 ? { ...defaults, ...value } : defaults, problems };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
