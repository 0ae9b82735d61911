import { catalogue } from '../src/catalogue';
import type { ProfileValues } from '../src/model/profile-values';
import { dataplanes, kubeProxyModes } from '../src/model/profile-choices';
import { defaultProfileValues } from '../src/model/profile-defaults';
import type { HostFacts } from '../src/model/host-facts';
import type { Requirement } from '../src/model/requirement';
import type { RequirementCase } from './requirement-case';
import { stockHost } from './stock-host';

/** A verdict that a requirement must have a case of. */
type Duty = RequirementCase['verdict'];

/** The verdicts that a requirement must have a case of. */
export function duties(requirement: Requirement): readonly Duty[] {
  const { level } = requirement;
  const failure = level === 'required' ? 'Fail' : 'Warn';
  return ['Pass', failure, 'Unknown', ...(canBeSwitchedOff(requirement) ? (['NotApplicable'] as const) : [])];
}

/** What these cases lack, as `id verdict`, in catalogue order. */
export const gapsIn = (cases: readonly RequirementCase[]): string[] =>
  catalogue.flatMap((requirement) =>
    duties(requirement)
      .filter((verdict) => !cases.some((each) => each.requirement === requirement.id && each.verdict === verdict))
      .map((verdict) => `${requirement.id} ${verdict}`),
  );

/** Whether some profile, or some kernel, takes the requirement away: asked of the entry itself, not of its cases. */
export const canBeSwitchedOff = (requirement: Requirement): boolean =>
  everyProfile.some((profile) => kernels.some((facts) => requirement.appliesTo(profile, facts).applies === 'no'));

const kernels: readonly HostFacts[] = [stockHost({ ipv6Enabled: true }), stockHost({ ipv6Enabled: false })];

/** Every combination of what decides whether a requirement applies. */
const everyProfile: readonly ProfileValues[] = dataplanes.flatMap((dataplane) =>
  kubeProxyModes.flatMap((kubeProxyMode) =>
    ([[], ['IPIP'], ['VXLAN'], ['IPIP', 'VXLAN']] as const).flatMap((encapsulation) =>
      ([['IPv4'], ['IPv6'], ['IPv4', 'IPv6']] as const).flatMap((ipFamilies) =>
        [true, false].flatMap((on) => [
          {
            ...defaultProfileValues,
            dataplane,
            kubeProxyMode,
            encapsulation,
            ipFamilies,
            bgp: on,
            wireguard: on,
            sctp: on,
            typha: on,
          },
        ]),
      ),
    ),
  ),
);
