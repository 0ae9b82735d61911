import type { CalicoPorts } from '@calico-readiness/requirements';
import { calicoRelease, calicoVersions, readinessPolicyName } from '@calico-readiness/requirements';
import type { PlacedRule } from './validation-rules';
import { eachOnce } from './validation-rules';

const profile = 'spec.profile';
const withoutNftables = calicoVersions.filter(
  (version) => calicoRelease(version).nftablesDataplane.status === 'absent',
);
const firstWithNftables = calicoVersions.find((version) => !withoutNftables.includes(version));

/** Ports of one protocol, which a node can give to one program only. */
const portsByProtocol: Readonly<Record<'TCP' | 'UDP', readonly (keyof CalicoPorts)[]>> = {
  TCP: ['bgp', 'typha', 'kubeApiserver', 'felixHealth'],
  UDP: ['vxlan', 'wireguard', 'wireguardV6'],
};

/** One rule for each two ports, so that the answer names both. A port that is left out may be anything. */
const portRules = Object.entries(portsByProtocol).flatMap(([protocol, names]) =>
  names.flatMap((name, index) =>
    names.slice(0, index).map((other): PlacedRule => ({
      at: `${profile}.ports`,
      rule: `!has(self.${other}) || !has(self.${name}) || self.${other} != self.${name}`,
      message: `is the port of ${other} as well; both are ${protocol}, so give each a port of its own`,
      fieldPath: `.${name}`,
    })),
  ),
);

/** What a ReadinessPolicy keeps beyond the type and the bound of each field: what agents cannot use does not get in. */
export const policyRules: readonly PlacedRule[] = [
  {
    at: '',
    rule: `self.metadata.name == '${readinessPolicyName}'`,
    message: `the only ReadinessPolicy of a cluster is named ${readinessPolicyName}; give it that name`,
    fieldPath: '.metadata.name',
  },
  {
    at: `${profile}.ipFamilies`,
    rule: 'size(self) > 0',
    message: 'names no family; give IPv4, IPv6 or both, or leave ipFamilies out',
  },
  {
    at: `${profile}.ipFamilies`,
    rule: eachOnce('self'),
    message: 'names a family twice; give each once',
  },
  {
    at: `${profile}.encapsulation`,
    rule: eachOnce('self'),
    message: 'names an encapsulation twice; give each once',
  },
  {
    at: profile,
    rule: `!has(self.dataplane) || self.dataplane != 'Nftables' || !has(self.calicoVersion) || !(self.calicoVersion in [${withoutNftables.map((version) => `'${version}'`).join(', ')}])`,
    message: `Calico has the data plane Nftables since ${firstWithNftables}; declare that release or a later one, or another data plane`,
    fieldPath: '.dataplane',
  },
  ...portRules,
];

/** What its status keeps. */
export const policyStatusRules: readonly PlacedRule[] = [
  {
    at: 'conditions',
    rule: eachOnce('self', 'type'),
    message: 'two conditions have the same type; write one condition of each type',
  },
  {
    at: 'nodeProfiles',
    rule: eachOnce('self', 'node'),
    message: 'two entries are of the same node; write one for each',
  },
];
