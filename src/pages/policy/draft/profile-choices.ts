import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '@calico-readiness/requirements';
import type { ProfileFieldName, ProfileValues } from '@calico-readiness/requirements';

/** A field of the profile of which one of several values is chosen. */
export type ChoiceField = Exclude<ProfileFieldName, 'ports' | 'mtu'>;

const onOrOff = [true, false] as const;

/** What each field can be, in the order in which it is offered; of releases, the newest comes first. */
export const profileChoices: { readonly [Field in ChoiceField]: readonly ProfileValues[Field][] } = {
  calicoVersion: [...calicoVersions].reverse(),
  dataplane: dataplanes,
  kubeProxyMode: kubeProxyModes,
  encapsulation: [[], ...encapsulations.map((one) => [one]), encapsulations],
  ipFamilies: [...ipFamilies.map((one) => [one]), ipFamilies],
  bgp: onOrOff,
  wireguard: onOrOff,
  sctp: onOrOff,
  typha: onOrOff,
};

/** All of them, in the order of the form. */
export const choiceFields = Object.keys(profileChoices) as readonly ChoiceField[];

/** A value as the text of a choice; lists are sets. Empty where nothing is declared. */
export function choiceKey(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(Array.isArray(value) ? [...(value as readonly unknown[])].sort() : value);
}

/** The value of a choice; undefined for none. */
export const choiceValue = (key: string): unknown => (key === '' ? undefined : (JSON.parse(key) as unknown));
