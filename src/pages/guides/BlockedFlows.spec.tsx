import { render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from '../../console/router';
import { clusterReportObject } from '../../testing/cluster-report';
import { fakeCluster } from '../../testing/fake-cluster';
import { GuidePage } from './GuidePage';

const cause = { kind: 'target', flows: ['vxlan-IPv4'], pairs: 18, to: 'worker-7', message: 'As written.' };
const flows = (causes: readonly unknown[]) => ({ grouping: 'zone', groups: [], cells: [], causes });

const show = (guide: string, causes: readonly unknown[], age = 60) => {
  fakeCluster.serve('clusterreports', [clusterReportObject({ age, status: { flows: flows(causes) } })]);
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/guides/${guide}`]}>
      <Routes>
        <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
      </Routes>
    </MemoryRouter>,
  );
};

const blocked = () => screen.queryByRole('region', { name: 'Blocked in this cluster' });

describe('the guide for ports', () => {
  it('says first what is blocked in this cluster, without a way to itself', () => {
    show('ports', [cause]);
    expect(within(blocked()!).getByRole('listitem')).toHaveTextContent(
      'Fail: UDP 4789 to worker-7 is filtered: 18 pairs',
    );
    expect(within(blocked()!).queryByRole('link')).toBeNull();
  });

  it('says so of a report that is too old', () => {
    show('ports', [cause], 9999);
    expect(blocked()).toHaveTextContent('Stale: the controller reported this 2 hr. ago');
  });

  it.each([
    ['nothing is known to be blocked', 'ports', []],
    ['the guide is another one', 'datastore', [cause]],
  ])('is as it was where %s', async (_what, guide, causes) => {
    show(guide, causes);
    await screen.findByRole('heading', { level: 1 });
    expect(blocked()).toBeNull();
  });
});
