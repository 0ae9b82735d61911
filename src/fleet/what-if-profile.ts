import {
  calicoVersions,
  dataplanes,
  encapsulations,
  ipFamilies,
  kubeProxyModes,
  profileValues,
} from '@calico-readiness/requirements';
import type { ClusterProfile, ProfileValues } from '@calico-readiness/requirements';

/** The fields of the profile that a what-if may change, in the order of the address and of the editor. */
export const whatIfFields = [
  'calicoVersion',
  'dataplane',
  'encapsulation',
  'bgp',
  'ipFamilies',
  'kubeProxyMode',
  'wireguard',
  'sctp',
] as const;
export type WhatIfField = (typeof whatIfFields)[number];

/** What a what-if changes; a field that it does not name stays as each node's own profile has it. */
export type WhatIfValues = Partial<Pick<ProfileValues, WhatIfField>>;

/** What an address asks for, and the parts of it that are nonsense. */
export interface WhatIfRequest {
  readonly values: WhatIfValues;
  readonly ignored: readonly string[];
}

const switches: Readonly<Record<string, boolean>> = { true: true, false: false };

const oneOf = <T extends string>(choices: readonly T[], text: string): T | undefined =>
  choices.find((choice) => choice === text);

const switchOf = (text: string): boolean | undefined => (Object.hasOwn(switches, text) ? switches[text] : undefined);

/** In the order of the choices, so that the same what-if has one address. `none` is the empty list. */
function listOf<T extends string>(choices: readonly T[], text: string): readonly T[] | undefined {
  const names = text === 'none' ? [] : text.split('-');
  return names.every((name) => oneOf(choices, name) !== undefined)
    ? choices.filter((choice) => names.includes(choice))
    : undefined;
}

const atLeastOne = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list?.length === 0 ? undefined : list;

const readers: { readonly [Name in WhatIfField]: (text: string) => ProfileValues[Name] | undefined } = {
  calicoVersion: (text) => oneOf(calicoVersions, text),
  dataplane: (text) => oneOf(dataplanes, text),
  encapsulation: (text) => listOf(encapsulations, text),
  bgp: switchOf,
  ipFamilies: (text) => atLeastOne(listOf(ipFamilies, text)),
  kubeProxyMode: (text) => oneOf(kubeProxyModes, text),
  wireguard: switchOf,
  sctp: switchOf,
};

/** Reads `dataplane:BPF,wireguard:true`; of a field that is named twice the first holds. */
export function readWhatIf(text: string): WhatIfRequest {
  const values: Partial<Record<WhatIfField, unknown>> = {};
  const ignored: string[] = [];
  for (const part of text.split(',').filter((item) => item !== '')) {
    const at = part.indexOf(':');
    const field = at === -1 ? undefined : oneOf(whatIfFields, part.slice(0, at));
    const value = field === undefined || Object.hasOwn(values, field) ? undefined : readers[field](part.slice(at + 1));
    if (field === undefined || value === undefined) ignored.push(part);
    else values[field] = value;
  }
  return { values: values as WhatIfValues, ignored };
}

/** The text that `readWhatIf` reads. */
export const writeWhatIf = (values: WhatIfValues): string =>
  whatIfFields
    .flatMap((field) => (values[field] === undefined ? [] : [`${field}:${writeValue(values[field])}`]))
    .join(',');

const writeValue = (value: string | boolean | readonly string[]): string =>
  typeof value === 'object' ? (value.length === 0 ? 'none' : value.join('-')) : String(value);

/** Whether two values of a field say the same; lists are sets. */
const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? JSON.stringify([...one].sort()) === JSON.stringify([...other].sort())
    : one === other;

/** The fields in which a what-if differs from a profile. */
export const differingFields = (profile: ClusterProfile, values: WhatIfValues): readonly WhatIfField[] =>
  whatIfFields.filter((field) => values[field] !== undefined && !same(values[field], profile[field].value));

/** Only what differs from the profile, for the address. */
export const differences = (profile: ClusterProfile, values: WhatIfValues): WhatIfValues =>
  Object.fromEntries(differingFields(profile, values).map((field) => [field, values[field]]));

/** The fields of a profile that a what-if may change, to start choosing from. */
export function whatIfValuesOf(profile: ClusterProfile): Required<WhatIfValues> {
  const {
    calicoVersion,
    dataplane,
    encapsulation,
    bgp,
    ipFamilies: families,
    kubeProxyMode,
    wireguard,
    sctp,
  } = profileValues(profile);
  return { calicoVersion, dataplane, encapsulation, bgp, ipFamilies: families, kubeProxyMode, wireguard, sctp };
}

/** The profile as the what-if would have it; the same object when nothing differs. */
export function profileUnder(profile: ClusterProfile, values: WhatIfValues): ClusterProfile {
  const fields = differingFields(profile, values);
  if (fields.length === 0) return profile;
  const changed = fields.map(
    (field) => [field, { value: values[field], source: 'declared', from: 'what-if' }] as const,
  );
  return { ...profile, ...Object.fromEntries(changed) } as ClusterProfile;
}
