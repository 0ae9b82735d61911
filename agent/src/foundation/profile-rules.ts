import type { ProfileFieldName } from '@calico-readiness/requirements';
import {
  calicoVersions,
  dataplanes,
  encapsulations,
  ipFamilies,
  isWithin,
  kubeProxyModes,
  mtuNames,
  mtuRange,
  portRange,
} from '@calico-readiness/requirements';

/** Says what is wrong with a value, or nothing. */
export type ProfileRule = (value: unknown) => string | undefined;

const oneOf =
  (allowed: readonly string[]): ProfileRule =>
  (value) =>
    allowed.some((candidate) => candidate === value) ? undefined : `is ${shown(value)}; allowed: ${allowed.join(', ')}`;

const listOf =
  (allowed: readonly string[], least: number): ProfileRule =>
  (value) => {
    const expected = `allowed: a list${least > 0 ? ', not empty,' : ''} of ${allowed.join(', ')}`;
    if (!Array.isArray(value) || value.length < least) return `is ${shown(value)}; ${expected}`;
    const wrong: unknown = value.find((item) => !allowed.some((candidate) => candidate === item));
    if (wrong !== undefined) return `holds ${shown(wrong)}; ${expected}`;
    return new Set(value).size === value.length ? undefined : `names a value twice; ${expected}`;
  };

const trueOrFalse: ProfileRule = (value) =>
  typeof value === 'boolean' ? undefined : `is ${shown(value)}; allowed: true, false`;

/** Of every port. */
export const portNumber: ProfileRule = (value) =>
  isWithin(portRange, value)
    ? undefined
    : `is ${shown(value)}; allowed: a whole number from ${String(portRange.least)} to ${String(portRange.most)}`;

const packetSizes: ProfileRule = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `is ${shown(value)}; it must be a map of sizes`;
  const wrong = Object.entries(value as Record<string, unknown>).find(([name, size]) =>
    name === 'interfacePattern'
      ? typeof size !== 'string' || size === '' || size.length > 200
      : !mtuNames.some((known) => known === name) || !isWithin(mtuRange, size),
  );
  const range = `whole numbers from ${String(mtuRange.least)} to ${String(mtuRange.most)}`;
  return wrong === undefined
    ? undefined
    : `holds ${wrong[0]}: ${shown(wrong[1])}; allowed: ${mtuNames.join(', ')}, ${range}, and interfacePattern, a text`;
};

/** Of every field but the ports. */
export const profileRules: Readonly<Record<Exclude<ProfileFieldName, 'ports'>, ProfileRule>> = {
  calicoVersion: oneOf(calicoVersions),
  dataplane: oneOf(dataplanes),
  encapsulation: listOf(encapsulations, 0),
  bgp: trueOrFalse,
  ipFamilies: listOf(ipFamilies, 1),
  kubeProxyMode: oneOf(kubeProxyModes),
  wireguard: trueOrFalse,
  sctp: trueOrFalse,
  typha: trueOrFalse,
  mtu: packetSizes,
};

/** The value as JSON, short. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
