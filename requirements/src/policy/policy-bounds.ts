import type { CalicoMtu, CalicoPorts } from '../model/profile-values';
import { defaultProfileValues } from '../model/profile-defaults';

/** A range of whole numbers, both ends included. */
export interface WholeRange {
  readonly least: number;
  readonly most: number;
}

/** What a TCP or UDP port of a profile may be. */
export const portRange: WholeRange = { least: 1, most: 65_535 };

/** What a size of packets of a profile may be, in bytes. */
export const mtuRange: WholeRange = { least: 576, most: 65_535 };

/** The sizes of packets of a profile; none has a default. */
export const mtuNames: readonly Exclude<keyof CalicoMtu, 'interfacePattern'>[] = [
  'pods',
  'ipip',
  'vxlan',
  'vxlanV6',
  'wireguard',
  'wireguardV6',
];

/** What `spec.reportIntervalSeconds` of a policy may be, in seconds. */
export const reportIntervalRange: WholeRange = { least: 10, most: 86_400 };

/** Whether a value is a whole number of a range. */
export const isWithin = ({ least, most }: WholeRange, value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** The ports of a profile; that of Felix's health has no default. */
export const portNames: readonly (keyof CalicoPorts)[] = [
  ...(Object.keys(defaultProfileValues.ports) as (keyof CalicoPorts)[]),
  'felixHealth',
];

/** Two ports of one protocol that a profile can tell apart; `other` stands before `name` in its list. */
export interface PortPair {
  readonly protocol: 'TCP' | 'UDP';
  readonly name: keyof CalicoPorts;
  readonly other: keyof CalicoPorts;
}

/** Ports of one protocol, which a node can give to one program only. */
const portsByProtocol: Readonly<Record<PortPair['protocol'], readonly (keyof CalicoPorts)[]>> = {
  TCP: ['bgp', 'typha', 'kubeApiserver', 'felixHealth'],
  UDP: ['vxlan', 'wireguard', 'wireguardV6'],
};

/** Every two ports that have to differ, each pair once. */
export const distinctPorts: readonly PortPair[] = (['TCP', 'UDP'] as const).flatMap((protocol) =>
  portsByProtocol[protocol].flatMap((name, index, names) =>
    names.slice(0, index).map((other) => ({ protocol, name, other })),
  ),
);
