import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from '../../../console/router';
import { fleetOfRows } from '../../../fleet/build-fleet';
import { readNodeReport } from '../../../k8s/read-node-report';
import { finding, reportObject } from '../../../testing/reports';
import { CellEvidence } from './CellEvidence';

describe('the evidence of a cell', () => {
  it('names the peers with which a flow fails, below what was seen', () => {
    const times = { firstAt: 1, failedAt: 1, recentAt: 1, lastAt: 1 };
    const failing = [{ peer: 'worker-7', key: 1, outcome: 'filtered', proven: true, ...times }];
    const flows = [{ flow: 'vxlan-IPv4', needed: 9, tested: 9, blocked: 1, covered: 8, failing }];
    const report = readNodeReport(
      reportObject('a', {
        findings: [finding('vxlan-port-open Fail FlowBlocked', { observed: 'UDP 4789: blocked' })],
        status: { facts: { flowTests: { peers: 9, since: 1, allPairsBy: 1, flows } } },
      }),
    )!;
    render(
      <MemoryRouter>
        <CellEvidence
          finding={report.findings.get('vxlan-port-open')!}
          report={report}
          fleet={fleetOfRows([], [])}
          isStale={false}
        />
      </MemoryRouter>,
    );
    const [seen] = screen.getAllByRole('definition');
    expect(seen).toHaveTextContent('UDP 4789: blocked');
    expect(within(seen!).getByRole('link', { name: 'worker-7' })).toBeVisible();
  });
});
