import type { CalicoPorts, ClusterProfile, ReadinessPolicy } from '@calico-readiness/requirements';
import { distinctPorts, releasesWithoutNftables } from '@calico-readiness/requirements';
import { readDeclaredProfile } from '../../foundation/declared-profile';

/** Something in a policy that the schema let pass and agents cannot use, or not as it was meant. */
export interface PolicyProblem {
  readonly reason: 'FieldNotUsable' | 'DataplaneNotInRelease' | 'PortUsedTwice';
  /** A sentence that begins with the field. */
  readonly message: string;
}

/**
 * What is wrong with a policy once the rest of the profile is known: the API sees only what is declared, and a policy may
 * be older than the rules by which the API looks at it, or newer than this program.
 */
export function policyProblems(policy: ReadinessPolicy, effective: ClusterProfile): readonly PolicyProblem[] {
  const { values, writtenPorts, problems } = readDeclaredProfile(policy.spec?.profile ?? {});
  return [
    ...problems.map(({ field, message }): PolicyProblem => ({
      reason: 'FieldNotUsable',
      message: `spec.profile${field === '' ? '' : `.${field}`} ${message}`,
    })),
    ...(values.dataplane === undefined ? [] : dataplaneProblems(effective)),
    ...(values.ports === undefined ? [] : portProblems(Object.keys(writtenPorts), effective.ports.value)),
  ];
}

function dataplaneProblems({ dataplane, calicoVersion }: ClusterProfile): readonly PolicyProblem[] {
  if (dataplane.value !== 'Nftables' || !releasesWithoutNftables.includes(calicoVersion.value)) return [];
  const message = `spec.profile.dataplane is Nftables, which Calico ${calicoVersion.value} does not have; that release is ${calicoVersion.source}`;
  return [{ reason: 'DataplaneNotInRelease', message }];
}

/** Each pair once, where at least one of the two is declared. */
function portProblems(declared: readonly string[], ports: CalicoPorts): readonly PolicyProblem[] {
  return distinctPorts.flatMap(({ protocol, name, other }): readonly PolicyProblem[] => {
    const isTwice = ports[name] !== undefined && ports[name] === ports[other];
    const mine = declared.includes(name) ? name : other;
    if (!isTwice || !declared.includes(mine)) return [];
    const theirs = mine === name ? other : name;
    const message = `spec.profile.ports.${mine} is ${String(ports[mine])}, which is the ${protocol} port of ${theirs} as well`;
    return [{ reason: 'PortUsedTwice', message }];
  });
}
