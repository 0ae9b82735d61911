import type { CalicoVersion, Encapsulation, IpFamily } from '@calico-readiness/requirements';
import { calicoVersions, isWithin, mtuRange } from '@calico-readiness/requirements';
import { InvalidArgumentError } from 'commander';
import type { PeerConfigMaps } from '../flow-agent/peer-list/read-peer-shards';

/** Takes one of the allowed words in any case and returns it as it is spelled. Commander names the option and the value in front of the message. */
export const wordOf =
  <Word extends string>(allowed: readonly Word[]) =>
  (text: string): Word => {
    const word = allowed.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    if (word === undefined) throw new InvalidArgumentError(`Allowed: ${allowed.join(', ')}.`);
    return word;
  };

/** A release of Calico, also as people write one they have installed: `3.27`, `v3.27.2`. The catalogue knows releases, no patches. */
export function calicoVersionOf(text: string): CalicoVersion {
  const [, release] = /^v?(\d+\.\d+)(?:\.\d+)?$/i.exec(text) ?? [];
  return wordOf(calicoVersions)(release === undefined ? text : `v${release}`);
}

/** `true` or `false`. */
export function booleanOf(text: string): boolean {
  return wordOf(['true', 'false'])(text) === 'true';
}

/** `ipip`, `vxlan`, both with a comma between, or `none`. */
export function encapsulationOf(text: string): readonly Encapsulation[] {
  if (text.toLowerCase() === 'none') return [];
  const named = text.split(',').map((word) => {
    switch (word.trim().toLowerCase()) {
      case 'ipip':
        return 'IPIP';
      case 'vxlan':
        return 'VXLAN';
      default:
        throw new InvalidArgumentError('Allowed: ipip, vxlan, "ipip,vxlan", none.');
    }
  });
  return [...new Set(named)];
}

/** `ipv4`, `ipv6` or `dual`. */
export function ipFamiliesOf(text: string): readonly IpFamily[] {
  const families = { ipv4: ['IPv4'], ipv6: ['IPv6'], dual: ['IPv4', 'IPv6'] } as const;
  return families[wordOf(['ipv4', 'ipv6', 'dual'])(text)];
}

/** A kernel release as `uname -r` prints it. It becomes part of host paths, so that no slash may get in. */
export function kernelReleaseOf(text: string): string {
  if (!/^[0-9][A-Za-z0-9._+~-]{0,63}$/.test(text)) {
    throw new InvalidArgumentError('Allowed: a release as uname -r prints it, such as 5.14.0-570.12.1.el9_6.x86_64.');
  }
  return text;
}

/** A size of packets in bytes. */
export function mtuOf(text: string): number {
  const size = Number(text);
  if (!/^\d+$/.test(text) || !isWithin(mtuRange, size))
    throw new InvalidArgumentError(`Allowed: bytes from ${String(mtuRange.least)} to ${String(mtuRange.most)}.`);
  return size;
}

/** A whole number of seconds between two bounds. */
export const secondsBetween =
  (least: number, most: number) =>
  (text: string): number => {
    const seconds = Number(text);
    if (!/^\d+$/.test(text) || seconds < least || seconds > most) {
      throw new InvalidArgumentError(`Allowed: whole seconds from ${String(least)} to ${String(most)}.`);
    }
    return seconds;
  };

/** Where to listen; at every address without a host. */
export interface Address {
  readonly host?: string;
  readonly port: number;
}

/** `host:port`, `[host]:port` for IPv6, or `:port`. */
export function addressOf(text: string): Address {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s[\]]*)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === undefined || port < 1 || port > 65_535)
    throw new InvalidArgumentError('Allowed: host:port, [host]:port, :port.');
  const host = bracketed ?? plain ?? '';
  return { ...(host !== '' && { host }), port };
}

/** An object of Kubernetes in its namespace. */
export interface NamespacedName {
  readonly namespace: string;
  readonly name: string;
}

/** `namespace/name`, each as Kubernetes allows it. They become part of paths. */
export function namespacedName(text: string): NamespacedName {
  const [, namespace, name] = /^([a-z0-9][-a-z0-9]{0,62})\/([a-z0-9][-a-z0-9.]{0,239})$/.exec(text) ?? [];
  if (namespace === undefined || name === undefined)
    throw new InvalidArgumentError('Allowed: namespace/name, in lower case.');
  return { namespace, name };
}

/** `namespace/prefix` of ConfigMaps; both become parts of paths in the API. */
export function peerConfigMapsOf(text: string): PeerConfigMaps {
  const [, namespace, prefix] = /^([a-z0-9-]{1,63})\/([a-z0-9.-]{1,250})$/.exec(text) ?? [];
  if (namespace === undefined || prefix === undefined)
    throw new InvalidArgumentError(
      'Allowed: a namespace and the beginning of the names of ConfigMaps, with a slash between.',
    );
  return { namespace, prefix };
}
