import { catalogue } from '@calico-readiness/requirements';
import type { ListedObject } from './collection';
import { ReportReader } from './report-summary';

const report = (status: unknown, metadata: object = {}): ListedObject => ({
  metadata: { name: 'a', ...metadata },
  status,
});
const failing = { requirement: 'firewalld-disabled', verdict: 'Fail', reason: 'FirewalldActive' };
const status = {
  nodeUID: 'u',
  observedAt: '2026-01-01T00:00:00Z',
  reportIntervalSeconds: 60,
  verdict: 'NotReady',
  findings: [failing, { requirement: 'ebpf', verdict: 'Pass', reason: 'Fine' }],
  notApplicable: ['xdp'],
};
const read = (changes: object = {}, metadata?: object) =>
  new ReportReader().read(report({ ...status, ...changes }, metadata));
const verdictOn = (id: string, changes?: object) =>
  read(changes)?.verdicts[catalogue.findIndex((requirement) => requirement.id === id)];

describe('what is kept of a report', () => {
  it('is its node, its time, its verdicts and its causes', () => {
    expect(read()).toMatchObject({
      nodeUid: 'u',
      observedAt: Date.parse(status.observedAt),
      reportIntervalSeconds: 60,
      verdict: 'NotReady',
      connectivity: 'NotVerified',
      causes: [{ key: 'firewalld-disabled FirewalldActive Fail', verdict: 'Fail' }],
    });
    expect(['firewalld-disabled', 'ebpf', 'xdp', 'ipvs'].map((id) => verdictOn(id))).toEqual([
      'Fail',
      'Pass',
      'NotApplicable',
      undefined,
    ]);
  });

  it('is shared by reports that say the same', () => {
    const reader = new ReportReader();
    const [one, other] = [reader.read(report(status)), reader.read(report({ ...status, nodeUID: 'v' }))];

    expect(one?.causes).toBe(other?.causes);
  });

  it.each([[undefined], [null], ['x'], [{}], [[]]])('is nothing of the status %j', (nothing) => {
    expect(new ReportReader().read(report(nothing))).toBeUndefined();
  });

  it('is the worse where agent and findings disagree, and where a requirement stands there twice', () => {
    expect(read({ verdict: 'Ready' })?.verdict).toBe('NotReady');
    expect(read({ verdict: 'NotReady', findings: [] })?.verdict).toBe('NotReady');
    expect(
      verdictOn('ebpf', { findings: [failing, { ...failing, requirement: 'ebpf' }], notApplicable: ['ebpf'] }),
    ).toBe('Fail');
  });

  it('does not take for a finding what is none, and for a pass what is not known', () => {
    const odd = [null, 'x', {}, { requirement: '<b>' }, { requirement: 'ebpf', verdict: 'Fine', reason: 'not a word' }];

    expect(read({ findings: odd })?.causes).toMatchObject([{ key: 'ebpf Unknown Unknown' }]);
    expect(read({ findings: 'x', notApplicable: 7, verdict: 'Fine' })).toMatchObject({
      verdict: 'Unknown',
      causes: [],
    });
  });

  it('has no time and the usual interval where they are none, and the Node that owns it', () => {
    const owner = { ownerReferences: [{ kind: 'Node', uid: 'w' }] };
    const odd = read({ nodeUID: undefined, observedAt: 'soon', reportIntervalSeconds: 1 }, owner);

    expect(odd).toMatchObject({ nodeUid: 'w', observedAt: undefined, reportIntervalSeconds: 900 });
  });
});
