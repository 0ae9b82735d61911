import { PolicyWaivers } from '../report/policy-waivers';
import type { ReportSummary } from '../report/report-summary';
import { ReportReader } from '../report/report-summary';
import { judgedCondition } from './judged-condition';

const now = Date.parse('2026-01-01T12:00:00Z');
const node = { uid: 'u' };
const ready = (status: string, reason: string, message: unknown) => ({ type: 'Ready', status, reason, message });
const nothing = new Map();
const failing = { requirement: 'firewalld-disabled', verdict: 'Fail', reason: 'FirewalldActive' };
const read = (changes: object): ReportSummary | undefined =>
  new ReportReader().read({
    metadata: { name: 'a' },
    status: {
      nodeUID: 'u',
      observedAt: '2026-01-01T11:59:00Z',
      reportIntervalSeconds: 900,
      verdict: 'NotReady',
      findings: [failing],
      conditions: [ready('False', 'RequirementsNotMet', 'Not met: firewalld-disabled.')],
      ...changes,
    },
  });

describe('what a report makes of the condition of its Node', () => {
  it.each<[string, object, object]>([
    [
      'is what the report says of itself',
      {},
      { status: 'False', reason: 'RequirementsNotMet', message: 'Not met: firewalld-disabled.' },
    ],
    [
      'is as bad as its findings where its condition says something better',
      { conditions: [ready('True', 'RequirementsMet', 'All is well.')] },
      {
        status: 'False',
        reason: 'RequirementsNotMet',
        message: 'The NodeReport of this node says which requirements are not met.',
      },
    ],
    ['has no other text than a line', { conditions: [ready('False', 'A', 'a\nb\u202ec')] }, { message: 'a bc' }],
    [
      'takes no reason that is none',
      { conditions: [ready('False', 'not a reason', 'x')] },
      { reason: 'RequirementsNotMet' },
    ],
    ['can do without a condition', { conditions: 'x' }, { status: 'False', reason: 'RequirementsNotMet' }],
    [
      'is Unknown where the report is old',
      { observedAt: '2026-01-01T00:00:00Z' },
      {
        status: 'Unknown',
        reason: 'ReportNotCurrent',
        message: 'The NodeReport of this node is of 2026-01-01T00:00:00.000Z, which is not current.',
      },
    ],
    [
      'is Unknown where its time has not come',
      { observedAt: '2027-01-01T00:00:00Z' },
      { status: 'Unknown', reason: 'ReportNotCurrent' },
    ],
    ['is Unknown where it has no time', { observedAt: 'x' }, { status: 'Unknown', reason: 'ReportNotCurrent' }],
    ['is Unknown where it is about an earlier Node', { nodeUID: 'v' }, { status: 'Unknown', reason: 'NoReport' }],
    [
      'is Unknown where the verdict is',
      { verdict: 'Unknown', findings: [] },
      { status: 'Unknown', reason: 'EvidenceMissing' },
    ],
  ])('%s', (_what, changes, expected) => {
    expect(judgedCondition(node, read(changes), nothing, now)).toMatchObject(expected);
  });

  it('is Unknown without a report', () => {
    expect(judgedCondition(node, undefined, nothing, now)).toMatchObject({ status: 'Unknown', reason: 'NoReport' });
  });

  it('is the same however old a report is that is not current', () => {
    const report = read({ observedAt: '2026-01-01T00:00:00Z' });

    expect(judgedCondition(node, report, nothing, now)).toEqual(
      judgedCondition(node, report, nothing, now + 86_400_000),
    );
  });
});

describe('what waivers make of the condition of a Node', () => {
  const unknown = { requirement: 'ip-sets', verdict: 'Unknown', reason: 'NotObserved' };
  const advised = { requirement: 'linux-distribution-supported', verdict: 'Warn', reason: 'DistributionNotListed' };
  const waiversOf = (...requirements: readonly string[]) =>
    new PolicyWaivers(
      requirements.map((requirement) => ({
        requirement,
        nodeSelector: { matchLabels: { zone: 'a' } },
        reason: 'moves',
        owner: 'network team',
        expiry: '2026-02-01T00:00:00Z',
      })),
    );
  const judged = (changes: object, waivers: PolicyWaivers, { at = now, zone = 'a' } = {}) =>
    judgedCondition(
      node,
      read({ observedAt: new Date(at - 60_000).toISOString(), ...changes }),
      waivers.activeAt(at).ofNode({ zone }),
      at,
    );
  const notMet = { status: 'False', reason: 'RequirementsNotMet', message: 'Not met: firewalld-disabled.' };

  it.each<[string, object, readonly string[], object]>([
    [
      'is True for a reason of its own, which says what is waived and until when',
      {},
      ['firewalld-disabled'],
      {
        status: 'True',
        reason: 'ReadyWithWaivers',
        message: 'Ready only because of waivers. Waived (1): firewalld-disabled until 2026-02-01T00:00:00.000Z.',
      },
    ],
    ['is as it was where they cover nothing of the report', {}, ['ip-sets'], notMet],
    [
      'is Unknown where what is left is, in other words than the agent has',
      { findings: [failing, unknown] },
      ['firewalld-disabled'],
      {
        status: 'Unknown',
        reason: 'EvidenceMissing',
        message: expect.stringMatching(/are Unknown\. Waived \(1\): firewalld-disabled until/) as string,
      },
    ],
    [
      'keeps the words of the agent while something is not met, and names what is waived',
      { findings: [failing, { ...unknown, verdict: 'Fail' }] },
      ['ip-sets'],
      { ...notMet, message: `${notMet.message} Waived (1): ip-sets until 2026-02-01T00:00:00.000Z.` },
    ],
    [
      'does not speak of them on a node that is ready without',
      { verdict: 'Ready', findings: [advised], conditions: [ready('True', 'RequirementsMet', 'All is met.')] },
      ['linux-distribution-supported'],
      { status: 'True', reason: 'RequirementsMet', message: 'All is met.' },
    ],
    [
      'is as bad as the report says where its findings do not explain that',
      { findings: [{ ...failing, verdict: 'Unknown' }] },
      ['firewalld-disabled'],
      { status: 'False' },
    ],
    [
      'is Unknown where the report is old',
      { observedAt: '2025-12-31T00:00:00Z' },
      ['firewalld-disabled'],
      { status: 'Unknown', reason: 'ReportNotCurrent' },
    ],
  ])('%s', (_what, changes, requirements, expected) => {
    expect(judged(changes, waiversOf(...requirements))).toMatchObject(expected);
  });

  it('holds on the nodes that a waiver selects, and until it ends', () => {
    const waivers = waiversOf('firewalld-disabled');

    expect(judged({}, waivers, { zone: 'b' })).toMatchObject(notMet);
    expect(judged({}, waivers, { at: Date.parse('2026-01-31T23:59:59Z') })).toMatchObject({ status: 'True' });
    expect(judged({}, waivers, { at: Date.parse('2026-02-01T00:00:00Z') })).toMatchObject(notMet);
  });

  it('has a message of bounded length', () => {
    const findings = Array.from({ length: 60 }, (_, index) => ({
      ...failing,
      requirement: `from-a-later-${String(index)}`,
    }));

    expect(judged({ findings }, waiversOf(...findings.map(({ requirement }) => requirement))).message).toHaveLength(
      512,
    );
  });
});
