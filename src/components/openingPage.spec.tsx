import { render, screen } from '@testing-library/react';
import { useFleet } from '../hooks/useFleet';
import { fakeCluster } from '../testing/fake-cluster';
import { nodeObject } from '../testing/cluster-objects';
import { judgedReport } from '../testing/reports';
import { openingPage } from './openingPage';

const FleetPage = () => {
  const state = useFleet();
  return <p>{state.status === 'failed' ? 'failed' : `${String(state.fleet.reports)} reports, ${state.status}`}</p>;
};

describe('a page that opens', () => {
  it('asks for the first rows before its code is there, and for nothing twice', async () => {
    fakeCluster.serve('nodes', [nodeObject('a'), nodeObject('b')]);
    fakeCluster.serve('nodereports', [judgedReport('a'), judgedReport('b')]);
    let arrive = (): void => undefined;
    const Page = openingPage(async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return FleetPage;
    });
    const early = [...fakeCluster.requests];
    expect(early).toEqual(['nodes list', 'nodereports list', 'nodereports list']);

    render(<Page />);
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
    arrive();
    expect(await screen.findByText('2 reports, ready')).toBeVisible();
    expect(fakeCluster.requests.filter((request) => !request.endsWith('watch'))).toEqual(early);
  });
});
