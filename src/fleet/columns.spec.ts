import { buildFleet } from './build-fleet';
import { chapterCell, findingIn } from './cells';
import { columnsOf } from './columns';
import { distinctReasons, notApplicableColumns } from './not-applicable';
import { nodeObject } from '../testing/cluster-objects';
import { finding, reportObject, testNow, untestedFlows } from '../testing/reports';

const fleetOf = (...findings: ReturnType<typeof finding>[][]) =>
  buildFleet(
    findings.map((_, index) => nodeObject(`n${String(index)}`)),
    findings.map((list, index) => reportObject(`n${String(index)}`, { findings: list })),
    [],
    testNow,
  );

describe('columnsOf', () => {
  it('follows the chapters of the document and puts unknown ids last', () => {
    const chapters = columnsOf(fleetOf([finding('of-tomorrow Pass')]));
    expect(chapters.map(({ key }) => key)).toEqual(['node', 'datastore', 'network', 'privileges', 'kernel', 'other']);
    expect(chapters.at(-1)?.columns).toEqual([{ id: 'of-tomorrow', chapter: 'other', applicable: true }]);
  });

  it('takes a requirement for not applicable only when no report needs it', () => {
    const off = finding('xdp NotApplicable NotApplicable');
    const applicable = (fleet: ReturnType<typeof fleetOf>) =>
      columnsOf(fleet)
        .flatMap(({ columns }) => columns)
        .find(({ id }) => id === 'xdp')?.applicable;
    expect([applicable(fleetOf([off], [off])), applicable(fleetOf([off], []))]).toEqual([false, true]);
  });

  it('says why a requirement does not apply', () => {
    const fleet = fleetOf([finding('xdp NotApplicable NotApplicable'), finding('ebpf NotApplicable NotApplicable')]);
    const columns = notApplicableColumns(fleet, columnsOf(fleet));
    expect(columns.map(({ column }) => column.id)).toEqual(['ebpf', 'xdp']);
    expect(distinctReasons(columns).length).toBeGreaterThan(0);
  });
});

describe('chapterCell', () => {
  const cellOf = (findings: ReturnType<typeof finding>[], key: string) => {
    const fleet = fleetOf(findings);
    const report = fleet.rows[0]!.report!;
    return chapterCell(
      report,
      columnsOf(fleet).find((chapter) => chapter.key === key)!,
    );
  };

  it('shows the worst verdict and how many requirements have it', () => {
    const cell = cellOf(
      [finding('ip-sets Fail ModuleMissing'), finding('conntrack Unknown X'), finding('xdp NotApplicable X')],
      'kernel',
    );
    expect(cell).toEqual({ verdict: 'Fail', count: 1, applicable: expect.any(Number) as number, untested: false });
  });

  it('takes a failure that cannot be excluded for worse than a warning', () => {
    expect(
      cellOf([finding('linux-distribution-supported Warn X'), finding('firewalld-disabled Unknown X')], 'node').verdict,
    ).toBe('Unknown');
  });

  it('says untested when nothing but untested flows is open', () => {
    expect(cellOf(untestedFlows(), 'network').untested).toBe(true);
  });

  it('takes a requirement that the report leaves out for Unknown', () => {
    const fleet = buildFleet([nodeObject('a')], [reportObject('a', { status: { findings: [] } })], [], testNow);
    expect(findingIn(fleet.rows[0]!.report!, { id: 'ip-sets' })).toEqual({
      requirement: 'ip-sets',
      verdict: 'Unknown',
      reason: 'NotReported',
      observed: '',
    });
  });
});
