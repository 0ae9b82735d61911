import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '@calico-readiness/requirements';
import type { ProfileValues } from '@calico-readiness/requirements';
import { whatIfFields } from './what-if-profile';
import type { WhatIfField, WhatIfValues } from './what-if-profile';

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
