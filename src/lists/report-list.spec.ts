import { declareProfile, catalogue } from '@calico-readiness/requirements';
import { readListAnswer } from '../k8s/list-answer';
import { fakeCluster } from '../testing/fake-cluster';
import { answerJson } from '../testing/fake-api';
import { finding, isoAgo, judgedReport } from '../testing/reports';
import { acceptTable } from '../k8s/list-answer';
import type { Kept } from './list-kind';
import { ReportList } from './report-list';
import type { KeptReport } from './report-list';

const url = '/apis/calicoreadiness.io/v1alpha1/nodereports?includeObject=None';
/** What a list keeps of what is served now, and what was asked for on the way. */
const keepAll = async (list: ReportList, known: ReadonlyMap<string, Kept<KeptReport>> = new Map()) => {
  const { objects } = readListAnswer(await answerJson(url, acceptTable));
  fakeCluster.requests.length = 0;
  const kept = await list.keep({ objects, known: (name) => known.get(name) });
  return { kept, asked: [...fakeCluster.requests] };
};
const reportOf = (kept: ReadonlyMap<string, Kept<KeptReport>>, name: string) => kept.get(name)?.report;

describe('a list of reports', () => {
  it('reads one whole for each profile, and gives the others its profile', async () => {
    const other = declareProfile({ sctp: true }, 'test');
    const reports = [judgedReport('a'), judgedReport('b'), judgedReport('c', { profile: other })];
    fakeCluster.serve('nodereports', reports);
    const list = new ReportList();
    const { kept, asked } = await keepAll(list);

    expect(asked).toEqual(['nodereports get', 'nodereports get']);
    expect(['a', 'b', 'c'].map((name) => reportOf(kept, name)?.profile?.sctp.value)).toEqual([false, false, true]);
    expect([...kept.values()].filter((one) => one?.report.isCompact === true)).toHaveLength(1);
    expect((await keepAll(list, kept)).asked).toEqual([]);
  });

  it('tells of a line the verdicts and reasons that the whole report tells', async () => {
    fakeCluster.serve('nodereports', [judgedReport('a'), judgedReport('b')]);
    const { kept } = await keepAll(new ReportList());
    const [compact, whole] = ['a', 'b'].map((name) => reportOf(kept, name)!);
    const said = ({ findings }: typeof compact & object) =>
      [...findings.values()].map(({ requirement, verdict, reason }) => `${requirement} ${verdict} ${reason}`).sort();

    expect(new Set([compact!.isCompact, whole!.isCompact])).toEqual(new Set([true, undefined]));
    expect(said(compact!)).toEqual(said(whole!));
    expect([compact!.verdict, compact!.connectivity]).toEqual([whole!.verdict, whole!.connectivity]);
    expect(said(compact!)).toHaveLength(catalogue.filter(({ scope }) => scope !== 'cluster').length);
  });

  it('takes the time of a heartbeat from the table, and keeps what did not change', async () => {
    const list = new ReportList();
    fakeCluster.serve('nodereports', [judgedReport('a'), judgedReport('b')]);
    const first = (await keepAll(list)).kept;
    expect((await keepAll(list, first)).kept.get('a')).toBe(first.get('a'));

    const later = judgedReport('a');
    const observedAt = isoAgo(-60, Date.now());
    fakeCluster.serve('nodereports', [{ ...later, status: { ...later.status, observedAt } }, judgedReport('b')]);
    const second = (await keepAll(list, first)).kept;
    expect(reportOf(second, 'a')?.observedAt).toBe(Date.parse(observedAt));
  });

  it('reads whole what has no line, a line that is spoilt, or one of another catalogue, and nothing of an empty report', async () => {
    const spoilt = (name: string, compact: unknown) => {
      const report = judgedReport(name);
      return { ...report, status: { ...report.status, compact } };
    };
    fakeCluster.serve('nodereports', [
      spoilt('without', undefined),
      spoilt('spoilt', '1 0.2.0 R'),
      spoilt('later', '2 something else'),
      spoilt('hostile', { line: '1' }),
      { ...judgedReport('empty'), status: undefined },
    ]);
    const list = new ReportList();
    const { kept, asked } = await keepAll(list);

    expect(asked).toEqual(Array.from({ length: 4 }, () => 'nodereports get'));
    expect([...kept].map(([name, one]) => [name, one === null ? 'nothing' : one.report.isCompact])).toEqual([
      ['empty', 'nothing'],
      ...['without', 'spoilt', 'later', 'hostile'].map((name) => [name, undefined]),
    ]);
    // A line that can't be read, and is still the same, is no news.
    expect((await keepAll(list, kept)).asked).toEqual(['nodereports get', 'nodereports get']);
  });

  it('never makes more of a line than its findings allow', async () => {
    const report = judgedReport('a');
    const findings = [finding('firewalld-disabled Fail FirewalldActive')];
    fakeCluster.serve('nodereports', [{ ...report, status: { ...report.status, findings, verdict: 'Ready' } }]);
    const { kept } = await keepAll(new ReportList());

    expect(reportOf(kept, 'a')?.verdict).toBe('NotReady');
  });
});
