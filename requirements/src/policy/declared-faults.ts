import { calicoRelease } from '../catalogue/calico-releases';
import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';
import type { ReadinessPolicySpec } from '../model/readiness-policy';
import type { PortPair, WholeRange } from './policy-bounds';
import { distinctPorts } from './policy-bounds';

/** Something that a policy declares and that contradicts something else in it. */
export interface DeclaredFault {
  /** The place below `spec`, e.g. `profile.ports.typha`. */
  readonly field: string;
  /** A sentence that begins after the field's name, or stands for itself. */
  readonly problem: Message;
}

/** Releases of Calico without the data plane Nftables. */
export const releasesWithoutNftables: readonly CalicoVersion[] = calicoVersions.filter(
  (version) => calicoRelease(version).nftablesDataplane.status === 'absent',
);

/** That a declared release lacks the declared data plane Nftables. */
export const nftablesProblem = (): Message =>
  msg(
    'Calico has the data plane Nftables since {{release}}; declare that release or a later one, or another data plane',
    { release: calicoVersions.find((version) => !releasesWithoutNftables.includes(version)) ?? '' },
  );

/** That one port of a pair is the other one as well. */
export const portProblem = ({ protocol, other }: PortPair): Message =>
  msg('is the port of {{other}} as well; both are {{protocol}}, so give each a port of its own', { other, protocol });

/**
 * What a declared profile says against itself, by the rules of the resource definition: whoever fills in a policy is told
 * before the API is asked. That each value is one of its field is the caller's business.
 */
export function declaredFaults({ profile = {} }: ReadinessPolicySpec): readonly DeclaredFault[] {
  const { dataplane, calicoVersion, ports = {} } = profile;
  const isWithoutNftables = calicoVersion !== undefined && releasesWithoutNftables.includes(calicoVersion);
  return [
    ...(dataplane === 'Nftables' && isWithoutNftables
      ? [{ field: 'profile.dataplane', problem: nftablesProblem() }]
      : []),
    ...distinctPorts
      .filter(({ name, other }) => ports[name] !== undefined && ports[name] === ports[other])
      .map((pair) => ({ field: `profile.ports.${pair.name}`, problem: portProblem(pair) })),
  ];
}

/** That a number is not within its range. */
export const rangeProblem = ({ least, most }: WholeRange): Message =>
  msg('must be a whole number from {{least}} to {{most}}', { least: String(least), most: String(most) });
