import type { Finding, NodeVerdict, RequirementId } from '../../../requirements/src/index';
import { fixtureHosts } from '../../../agent/test/fixture-hosts';
import { fixtureProfiles } from '../../../agent/test/fixture-profiles';
import { fixtureVariants, withVariant } from '../../../agent/test/fixture-variants';
import { createHost } from '../../../agent/src/host/create-host';
import { observeHost } from '../../../agent/src/observation/observe-host';
import type { ChecksystemAnswer } from './checksystem';
import { checksystem } from './checksystem';

/** Our requirement behind each module that checksystem looks for; undefined where Calico needs no such thing. */
export const requirementOfModule: Readonly<Record<string, RequirementId | undefined>> = {
  ip_set: 'ip-sets',
  ip6_tables: 'ip6tables-base',
  ip_tables: 'iptables-base',
  ipt_ipvs: 'match-ipvs',
  'vfio-pci': undefined,
  xt_bpf: undefined,
  ipt_REJECT: 'target-reject',
  ipt_rpfilter: 'match-rpfilter',
  xt_rpfilter: 'match-rpfilter',
  ipt_set: 'match-set',
  nf_conntrack_netlink: 'conntrack',
  xt_addrtype: 'match-addrtype',
  xt_conntrack: 'match-conntrack',
  xt_icmp: 'match-icmp',
  xt_icmp6: 'match-icmpv6',
  xt_mark: 'match-mark',
  xt_multiport: 'match-multiport',
  xt_set: 'match-set',
  xt_u32: undefined,
};

/** Both answers about one host. */
export interface ComparedHost {
  readonly name: string;
  readonly answers: readonly ChecksystemAnswer[];
  /** Ours, with all features, so that every module that checksystem looks for is judged. */
  readonly findings: readonly Finding[];
  readonly verdict: NodeVerdict;
}

const compare = async (name: string, hostRoot: string): Promise<ComparedHost> => {
  const { files } = await createHost({ root: hostRoot });
  const { findings, verdict } = await observeHost({ hostRoot, profile: fixtureProfiles['all features'] });
  return { name, answers: await checksystem(files), findings, verdict };
};

/** Variants in which a kernel module is at stake that checksystem looks for. */
const variantsOfModules = [
  'rhcos-4.20-modules-disabled',
  'rhel-8.6-ip-set-installs-false',
  'rhel-8.6-modules-of-another-kernel',
];

/** Every fixture host that has a kernel, and the variants of modules. */
export async function comparedHosts(): Promise<readonly ComparedHost[]> {
  const hosts = await Promise.all(
    fixtureHosts.filter(({ name }) => name !== 'empty').map(({ name, root }) => compare(name, root)),
  );
  const variants = fixtureVariants.filter(({ name }) => variantsOfModules.includes(name));
  return [
    ...hosts,
    ...(await Promise.all(variants.map((variant) => withVariant(variant, (root) => compare(variant.name, root))))),
  ];
}

const verdictOf = (host: ComparedHost, module: string): Finding['verdict'] | undefined =>
  host.findings.find(({ requirement }) => requirement === requirementOfModule[module])?.verdict;

/** Modules that it misses although what they stand for is there, or Calico does not need it. */
export const missedWrongly = (host: ComparedHost): string[] =>
  host.answers
    .filter(({ module, foundIn }) => foundIn === undefined && [undefined, 'Pass'].includes(verdictOf(host, module)))
    .map(({ module }) => module);

/** Modules that it misses, and rightly so. */
export const missedRightly = (host: ComparedHost): string[] =>
  host.answers
    .filter(({ module, foundIn }) => foundIn === undefined && verdictOf(host, module) === 'Fail')
    .map(({ module }) => module);

/** Modules that it finds although what they stand for cannot be had. */
export const foundWrongly = (host: ComparedHost): string[] =>
  host.answers
    .filter(({ module, foundIn }) => foundIn !== undefined && verdictOf(host, module) === 'Fail')
    .map(({ module }) => module);

/** Requirements that fail and that it does not look at. */
export const notLookedAt = (host: ComparedHost): RequirementId[] =>
  host.findings
    .filter(
      ({ verdict, requirement }) => verdict === 'Fail' && !Object.values(requirementOfModule).includes(requirement),
    )
    .map(({ requirement }) => requirement);
