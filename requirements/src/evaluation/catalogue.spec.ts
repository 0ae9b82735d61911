import { canBeSwitchedOff, duties, gapsIn } from '../../test/case-parity';
import { catalogueCases } from '../../test/cases/catalogue-cases';
import { sourcesOfCase } from '../../test/requirement-case';
import { stockHost } from '../../test/stock-host';
import { catalogue, requirementById } from '../catalogue';
import { defaultProfileValues } from '../model/profile-defaults';
import type { Verdict } from '../model/finding';
import type { RequirementId } from '../model/requirement-id';
import { guideIds, requirementIds } from '../model/requirement-id';
import { evaluateRequirement } from './evaluate-node';
import { evaluatorReasons } from './evaluator-reasons';

const verdictsIn = (id: RequirementId): Set<Verdict> =>
  new Set(catalogueCases.filter(({ requirement }) => requirement === id).map(({ verdict }) => verdict));

describe('a requirement', () => {
  it.each(catalogueCases)(
    '$requirement: $when → $verdict',
    ({ requirement: id, profile, source, facts, without, ...expected }) => {
      const requirement = requirementById(id)!;
      const values = { ...defaultProfileValues, ...profile };
      const sources = sourcesOfCase(source === undefined ? {} : { source });
      const finding = evaluateRequirement(requirement, stockHost(facts, without), values, sources);
      expect({ requirement: finding.requirement, verdict: finding.verdict, reason: finding.reason }).toEqual({
        requirement: id,
        verdict: expected.verdict,
        reason: expected.reason,
      });
      if (expected.observed !== undefined) expect(finding.observed).toBe(expected.observed);
    },
  );
});

describe('the catalogue', () => {
  /** Told once; the tests after it look for what it would miss. */
  const known = gapsIn(catalogueCases);

  it('holds every public id once, in the order of the requirements document', () => {
    expect(
      catalogue.map(({ id }) => id),
      'the list in requirements/src/catalogue/index.ts and the ids in requirements/src/model/requirement-id.ts',
    ).toEqual([...requirementIds]);
  });

  it('has a case of every requirement in which it passes, does not pass, is unknown and, if it can be switched off, does not apply', () => {
    expect(known, 'add its cases to a table in requirements/test/cases').toEqual([]);
  });

  it.each(catalogue)('would be missed the cases of $id, of each verdict', (requirement) => {
    const { id } = requirement;
    for (const verdict of duties(requirement)) {
      const others = catalogueCases.filter((each) => each.requirement !== id || each.verdict !== verdict);
      expect(new Set(gapsIn(others))).toEqual(new Set([...known, `${id} ${verdict}`]));
    }
  });

  it.each(catalogue.filter(({ level }) => level === 'recommended'))(
    'never fails $id, which is recommended only',
    ({ id }) => {
      expect(verdictsIn(id)).not.toContain('Fail');
    },
  );

  it.each(catalogue.filter(({ scope }) => scope === 'flow'))(
    'never passes $id where no traffic was tested',
    ({ id }) => {
      const untested = catalogueCases.filter(
        ({ requirement, facts }) => requirement === id && !facts?.flowTests && !facts?.apiAccess,
      );
      expect(untested.map(({ verdict }) => verdict)).not.toContain('Pass');
      expect(untested.map(({ verdict }) => verdict)).toContain('Unknown');
    },
  );

  it('has a case of every reason that a requirement may give', () => {
    const given = new Set(catalogueCases.map(({ requirement, reason }) => `${requirement} ${reason}`));
    /** One without any case is told of above. */
    const casesOf = (pair: string) => catalogueCases.filter(({ requirement }) => pair.startsWith(`${requirement} `));
    const declared = catalogue.flatMap(({ id, reasons }) => Object.keys(reasons).map((reason) => `${id} ${reason}`));
    // Of a family's reasons, some members never give one: a blacklist line keeps no module out that is asked
    // for by its own name, and a UDP socket without a process is the kernel's. Felix loads wireguard itself, and kube-proxy
    // may do so for IPVS.
    const neverGiven = [
      'match-icmp ModuleBlacklisted',
      'ipvs ModuleBlacklisted',
      'match-icmpv6 ModuleBlacklisted',
      'wireguard-tunnel ModuleBlacklisted',
      'wireguard-tunnel ModulesNotLoadedOnDemand',
      'wireguard-tunnel ModuleLoadingUnknown',
      'ipvs ModulesNotLoadedOnDemand',
      'vxlan-port-open PortHolderUnknown',
      'wireguard-port-open PortHolderUnknown',
    ];
    expect(
      declared.filter((pair) => !given.has(pair) && casesOf(pair).length > 0).sort(),
      'add a case with that reason to a table in requirements/test/cases',
    ).toEqual(neverGiven.sort());
  });

  it('gives a reason of its own, or one of the evaluator, in every case', () => {
    const strange = catalogueCases.filter(
      ({ requirement, reason }) => !(reason in requirementById(requirement)!.reasons) && !(reason in evaluatorReasons),
    );
    expect(strange).toEqual([]);
  });

  it('lists which requirements the profile or the host switches off', () => {
    expect(catalogue.filter(canBeSwitchedOff).map(({ id }) => id)).toEqual([
      'networkmanager-ignores-tunl',
      'networkmanager-ignores-vxlan-calico',
      'networkmanager-ignores-wireguard-cali',
      'ipv6-available',
      'bgp-port-open',
      'ipip-protocol-open',
      'vxlan-port-open',
      'typha-port-open',
      'wireguard-port-open',
      'path-mtu-sufficient',
      'ip6tables-base',
      'match-ipvs',
      'match-icmpv6',
      'match-sctp',
      'conntrack-sctp',
      'ipvs',
      'ipip-tunnel',
      'vxlan-tunnel',
      'wireguard-tunnel',
      'ebpf',
      'ebpf-tc-hook',
      'xdp',
      'ebpf-btf',
      'ebpf-cgroup2',
      'bpf-filesystem',
      'kernel-lockdown-permits-bpf',
      'iptables-backend-consistent',
    ]);
  });

  it.each(catalogue)('says everything a person needs about $id', (requirement) => {
    const { title, failureTitle, shortTitle, rationale, needed, remedy, guide, links, verifyCommand, reasons } =
      requirement;
    const texts = [
      title,
      failureTitle,
      shortTitle,
      rationale,
      needed,
      remedy,
      ...Object.values(reasons).map((reason) => reason.title),
    ];
    for (const { text, values } of texts) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      const placeholders = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(Object.keys(values ?? {}).sort()).toEqual([...new Set(placeholders)].sort());
    }
    expect(guideIds).toContain(guide);
    expect(links.length).toBeGreaterThan(0);
    expect(links.map(({ url }) => new URL(url).protocol)).toEqual(links.map(() => 'https:'));
    expect(verifyCommand).not.toBe('');
    expect(Object.keys(reasons).filter((reason) => !/^[A-Z][A-Za-z0-9]{0,62}$/.test(reason))).toEqual([]);
  });
});
