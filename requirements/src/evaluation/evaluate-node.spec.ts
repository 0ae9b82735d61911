import fc from 'fast-check';
import { arbitraryFacts, arbitraryProfile } from '../../test/arbitrary-facts';
import { stockHost, stockValues, unseenHost } from '../../test/stock-host';
import { catalogue, requirementById } from '../catalogue';
import { declareProfile } from '../model/declare-profile';
import { calicoVersions } from '../model/profile-choices';
import { defaultProfileValues } from '../model/profile-defaults';
import type { ProfileValues } from '../model/profile-values';
import { unavailable, unavailableReasons } from '../model/fact';
import type { Finding } from '../model/finding';
import { verdicts } from '../model/finding';
import type { HostFacts } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import { msg } from '../model/message';
import type { Requirement } from '../model/requirement';
import { evaluateNode, evaluateRequirement } from './evaluate-node';
import { evaluatorReasons } from './evaluator-reasons';
import { connectivity, nodeVerdict } from './summarize';

const profile = declareProfile({}, 'a test');
const judge = (facts: HostFacts, values: Partial<ProfileValues> = {}): Finding[] =>
  evaluateNode(facts, declareProfile(values, 'a test'));

const entry = (change: Partial<Requirement>): Requirement => ({
  ...catalogue[0]!,
  reasons: { Seen: { title: msg('It was seen') } },
  needs: ['architecture'],
  evaluate: () => ({ outcome: 'met', reason: 'Seen', observed: 'x' }),
  ...change,
});

const finding = (
  change: Partial<Requirement>,
  facts = stockHost(),
): Pick<Finding, 'verdict' | 'reason' | 'observed'> => {
  const { verdict, reason, observed } = evaluateRequirement(entry(change), facts, defaultProfileValues);
  return { verdict, reason, observed };
};

describe('traffic', () => {
  const { flowTests, apiAccess } = stockValues;
  const blocked = {
    ...({ peer: 'worker-2', key: 7, outcome: 'filtered', proven: true } as const),
    ...{ firstAt: 1, failedAt: 2, recentAt: 3, lastAt: 4 },
  };
  const withBlocked = {
    ...flowTests,
    flows: flowTests.flows.map((test) =>
      test.flow === 'ipip-IPv4' ? { ...test, blocked: 1, failing: [blocked] } : test,
    ),
  };

  it.each([
    ['that passes everywhere makes the connectivity of a node verified', { flowTests, apiAccess }, 'Verified', 'Ready'],
    ['that is blocked breaks it', { flowTests: withBlocked, apiAccess }, 'Broken', 'NotReady'],
    ['that was tested in part leaves it not verified', { flowTests }, 'NotVerified', 'Ready'],
    ['that nobody tested leaves it not verified', {}, 'NotVerified', 'Ready'],
  ])('%s', (_name, values, expected, verdict) => {
    const findings = judge(stockHost(values));
    expect([connectivity(findings), nodeVerdict(findings)]).toEqual([expected, verdict]);
  });
});

describe('evaluateRequirement', () => {
  it.each([
    ['met', 'required', 'Pass'],
    ['met', 'recommended', 'Pass'],
    ['unmet', 'required', 'Fail'],
    ['unmet', 'recommended', 'Warn'],
    ['caution', 'required', 'Warn'],
    ['caution', 'recommended', 'Warn'],
    ['undetermined', 'required', 'Unknown'],
    ['undetermined', 'recommended', 'Unknown'],
  ] as const)('makes %s of a %s requirement %s', (outcome, level, verdict) => {
    expect(finding({ level, evaluate: () => ({ outcome, reason: 'Seen', observed: 'x' }) })).toEqual({
      verdict,
      reason: 'Seen',
      observed: 'x',
    });
  });

  it.each(unavailableReasons)('does not ask an entry whose fact is unavailable: %s', (reason) => {
    const facts = { ...stockHost(), architecture: unavailable(reason, '/proc', 'no luck') };
    const evaluate = vi.fn();
    const result = finding({ evaluate }, facts);
    expect(evaluate).not.toHaveBeenCalled();
    expect(result.verdict).toBe('Unknown');
    expect(Object.keys(evaluatorReasons)).toContain(result.reason);
    expect(result.observed).toBe('architecture: no luck (/proc)');
  });

  it('has a reason even for a gap whose reason only a later agent knows', () => {
    const strange = { ...unavailable('failed', '/proc'), reason: 'eaten' } as unknown as HostFacts['architecture'];
    expect(finding({}, { ...stockHost(), architecture: strange }).reason).toBe('EvidenceFailed');
  });

  it('is Unknown when it hangs on an unavailable fact whether the requirement applies', () => {
    const change: Partial<Requirement> = { needs: [], appliesTo: () => ({ applies: 'unknown', fact: 'ipv6Enabled' }) };
    expect(finding(change, stockHost({}, ['ipv6Enabled']))).toMatchObject({
      verdict: 'Unknown',
      reason: 'EvidenceNotFound',
    });
    expect(finding(change)).toEqual({ verdict: 'Unknown', reason: 'ApplicabilityUnknown', observed: '' });
  });

  it('says that a requirement does not apply, evidence or not', () => {
    const change: Partial<Requirement> = { appliesTo: () => ({ applies: 'no', reason: msg('Off') }) };
    expect(finding(change, unseenHost)).toEqual({ verdict: 'NotApplicable', reason: 'NotApplicable', observed: '' });
  });

  it.each([
    [
      'an entry that throws',
      () => {
        throw new Error('broken');
      },
      'broken',
    ],
    [
      'an entry that throws no error',
      () => {
        throw 'text';
      },
      'text',
    ],
    ['an undeclared reason', () => ({ outcome: 'met', reason: 'Other', observed: '' }), 'undeclared reason Other'],
    [
      'a reason that every object has',
      () => ({ outcome: 'met', reason: 'constructor', observed: '' }),
      'undeclared reason constructor',
    ],
  ] as const)('makes %s Unknown', (_what, evaluate, observed) => {
    expect(finding({ evaluate: evaluate as Requirement['evaluate'] })).toEqual({
      verdict: 'Unknown',
      reason: 'EvaluationFailed',
      observed,
    });
  });

  it('keeps what was seen within 200 characters and never cuts a character in two', () => {
    const { observed } = finding({
      evaluate: () => ({ outcome: 'met', reason: 'Seen', observed: 'a' + '🦊'.repeat(500) }),
    });
    expect(observed.length).toBeLessThanOrEqual(200);
    expect(encodeURIComponent(observed)).toMatch(/%E2%80%A6$/);
  });
});

describe('evaluateNode', () => {
  it('judges every requirement but those of the cluster, in catalogue order', () => {
    expect(judge(stockHost()).map(({ requirement }) => requirement)).toEqual(
      catalogue.filter(({ scope }) => scope !== 'cluster').map(({ id }) => id),
    );
  });

  it('finds a stock host ready, with nothing unknown but traffic', () => {
    const findings = judge(stockHost());
    expect(findings.filter(({ verdict }) => verdict === 'Fail' || verdict === 'Warn')).toEqual([]);
    const unknown = findings.filter(({ verdict }) => verdict === 'Unknown').map(({ requirement }) => requirement);
    expect(unknown.filter((id) => requirementById(id)?.scope !== 'flow')).toEqual([]);
    expect(nodeVerdict(findings)).toBe('Ready');
  });

  it('finds a stock host ready for every data plane and feature, too', () => {
    const everything: Partial<ProfileValues> = {
      encapsulation: ['IPIP', 'VXLAN'],
      ipFamilies: ['IPv4', 'IPv6'],
      kubeProxyMode: 'ipvs',
      wireguard: true,
      sctp: true,
    };
    for (const dataplane of ['Iptables', 'Nftables', 'BPF'] as const) {
      expect(nodeVerdict(judge(stockHost(), { ...everything, dataplane }))).toBe('Ready');
    }
  });

  it.each(calicoVersions)(
    'finds a stock host ready for the defaults of Calico %s, without a warning',
    (calicoVersion) => {
      const findings = judge(stockHost(), { calicoVersion });
      expect(findings.map(({ requirement }) => requirement)).toEqual(
        judge(stockHost()).map(({ requirement }) => requirement),
      );
      expect(findings.filter(({ verdict }) => verdict === 'Fail' || verdict === 'Warn')).toEqual([]);
      expect(nodeVerdict(findings)).toBe('Ready');
    },
  );

  it.each(calicoVersions)(
    'says nothing but Unknown or NotApplicable of an unseen host for Calico %s',
    (calicoVersion) => {
      const findings = judge(unseenHost, { calicoVersion });
      expect(findings.filter(({ verdict }) => verdict !== 'Unknown' && verdict !== 'NotApplicable')).toEqual([]);
    },
  );

  it.each(calicoVersions)('answers within its own words for any facts under Calico %s', (calicoVersion) => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryProfile, (facts, values) => {
        for (const { requirement: id, reason, observed } of judge(facts, { ...values, calicoVersion })) {
          expect(reason).not.toBe('EvaluationFailed');
          expect(Object.hasOwn(requirementById(id)!.reasons, reason) || Object.hasOwn(evaluatorReasons, reason)).toBe(
            true,
          );
          expect(observed.length).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing but Unknown or NotApplicable of a host of which nothing was seen', () => {
    const findings = judge(unseenHost, {
      dataplane: 'BPF',
      wireguard: true,
      sctp: true,
      kubeProxyMode: 'ipvs',
      ipFamilies: ['IPv4', 'IPv6'],
    });
    expect(findings.filter(({ verdict }) => verdict !== 'Unknown' && verdict !== 'NotApplicable')).toEqual([]);
    expect(nodeVerdict(findings)).toBe('Unknown');
  });

  it('answers for any facts and any profile, within its own words', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryProfile, (facts, values) => {
        for (const { requirement: id, verdict, reason, observed } of judge(facts, values)) {
          const requirement = requirementById(id)!;
          expect(verdicts).toContain(verdict);
          expect(reason).not.toBe('EvaluationFailed');
          expect(Object.hasOwn(requirement.reasons, reason) || Object.hasOwn(evaluatorReasons, reason)).toBe(true);
          expect(observed.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  it('does not crash on facts of an unexpected shape', () => {
    const shapes: readonly unknown[] = [null, 5, 'text', [], { manages: null }, { constructor: 1 }];
    for (const name of hostFactNames) {
      for (const value of shapes) {
        const facts = {
          ...stockHost(),
          [name]: { status: 'observed', value, source: 'a test' },
        } as unknown as HostFacts;
        expect(evaluateNode(facts, profile)).toHaveLength(catalogue.length - 1);
      }
    }
    expect(
      evaluateNode({} as unknown as HostFacts, profile).every(
        ({ verdict }) => verdict === 'Unknown' || verdict === 'NotApplicable',
      ),
    ).toBe(true);
  });
});
