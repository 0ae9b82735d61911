import type { Finding } from '@calico-readiness/requirements';
import { catalogue, declareProfile, evaluateNode, fromReportedFacts } from '@calico-readiness/requirements';
import { describeFindings } from './describe-findings';

const facts = fromReportedFacts({});
const profile = declareProfile({}, '');
const describeOne = (finding: Finding) => describeFindings([finding], facts, profile)[0];

describe('describeFindings', () => {
  it('gives every finding of an unreadable host its texts, with every placeholder filled in', () => {
    const described = describeFindings(evaluateNode(facts, profile), facts, profile);

    expect(described).toHaveLength(catalogue.filter(({ scope }) => scope !== 'cluster').length);
    for (const finding of described) {
      expect(finding.title).toMatch(/\S/);
      expect(finding.needed).toMatch(/\S/);
      expect([finding.title, finding.needed, finding.remedy, finding.notApplicableBecause].join(' ')).not.toMatch(
        /\{\{|undefined/,
      );
      expect(finding.remedy !== '').toBe(finding.verdict === 'Unknown');
      expect(finding.notApplicableBecause !== undefined).toBe(finding.verdict === 'NotApplicable');
    }
  });

  it('says what is wrong and what to do of a failure', () => {
    const requirement = catalogue.find(({ id }) => id === 'processor-architecture-supported')!;
    const reason = Object.keys(requirement.reasons).find(
      (name) => requirement.reasons[name]?.title.text !== requirement.title.text,
    )!;

    expect(describeOne({ requirement: requirement.id, verdict: 'Fail', reason, observed: 'riscv64' })).toMatchObject({
      title: requirement.reasons[reason]?.title.text,
      observed: 'riscv64',
      remedy: expect.stringMatching(/\S/) as string,
      holdsReadyBack: false,
    });
  });

  it('says of missing evidence why it is missing and where to look', () => {
    expect(
      describeOne({
        requirement: 'kernel-version-supported',
        verdict: 'Unknown',
        reason: 'EvidenceDenied',
        observed: 'x',
      }),
    ).toMatchObject({
      remedy: expect.stringMatching(
        /^The agent does not have permission to read the evidence\. Look on the node: \S/,
      ) as string,
      holdsReadyBack: true,
    });
  });

  it('says of a firewall manager at work what it breaks, and of no other finding', () => {
    const observed = 'iptables.service: active, enabled; ferm.service: active, enabled';
    expect(
      describeOne({ requirement: 'iptables-managers-disabled', verdict: 'Fail', reason: 'ManagerActive', observed })
        ?.breaks,
    ).toEqual([
      expect.stringMatching(/^iptables\.service: Network policy, /) as string,
      expect.stringMatching(/^ferm\.service: Network policy, /) as string,
    ]);
    expect(
      describeOne({ requirement: 'iptables-managers-disabled', verdict: 'Pass', reason: 'ManagersOff', observed }),
    ).not.toHaveProperty('breaks');
  });

  it.each([
    ['almalinux', '5.14.0-427.13.1.el9_4.x86_64', 'Here: dnf install kernel-modules-extra-$(uname -r)'],
    ['ol', '5.15.0-205.149.5.1.el9uek.x86_64', 'Here: dnf install kernel-uek-modules-extra-$(uname -r)'],
    ['ubuntu', '6.8.0-45-generic', 'Here: apt-get install linux-modules-extra-$(uname -r)'],
  ])('names the package of a module that is not installed on %s', (id, kernelRelease, command) => {
    const here = fromReportedFacts({ operatingSystem: { id }, kernelRelease });
    const lacking = { requirement: 'match-set', verdict: 'Fail', reason: 'ModuleNotInstalled', observed: 'x' } as const;
    expect(describeFindings([lacking], here, profile)[0]?.remedy).toContain(command);
    expect(describeFindings([{ ...lacking, reason: 'ModuleMissing' }], here, profile)[0]?.remedy).not.toContain('Here');
    expect(describeOne(lacking)?.remedy).not.toContain('Here');
  });

  it('makes an observation one safe line', () => {
    expect(
      describeOne({ requirement: 'kernel-version-supported', verdict: 'Pass', reason: 'x', observed: 'a\n\u001b[31mb' })
        ?.observed,
    ).toBe('a [31mb');
  });
});
