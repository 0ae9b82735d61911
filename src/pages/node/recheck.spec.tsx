import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { fakeCluster } from '../../testing/fake-cluster';
import { judgedReport } from '../../testing/reports';
import { NodeTab } from './NodeTab';

const show = () => {
  fakeCluster.takeWrites();
  fakeCluster.serve('nodereports', [judgedReport('a', { age: 300 })]);
  render(
    <MemoryRouter>
      <NodeTab obj={nodeObject('a')} />
    </MemoryRouter>,
  );
};
const button = () => screen.findByRole('button', { name: 'Check again' });
const pressed = async () => {
  await vi.waitFor(async () => {
    expect(await button()).not.toHaveAttribute('aria-disabled', 'true');
  });
  await userEvent.click(await button());
};

describe('asking a node to check again', () => {
  it('waits until its report is newer', async () => {
    show();
    await pressed();
    expect(fakeCluster.writes).toHaveLength(1);
    expect(fakeCluster.writes[0]?.body).toMatchObject([{ op: 'add', path: '/spec' }]);
    expect(await screen.findByText('Waiting for 1 report')).toBeInTheDocument();
    act(() => {
      fakeCluster.serve('nodereports', [judgedReport('a', { age: 0 })]);
    });
    expect(await screen.findByText('Checked again')).toBeInTheDocument();
  });

  it('is not done twice within ten seconds', async () => {
    show();
    await pressed();
    await screen.findByText('Waiting for 1 report');
    await userEvent.click(await button());
    expect(await button()).toHaveAttribute('aria-disabled', 'true');
    expect(fakeCluster.writes).toHaveLength(1);
  });

  it('says which permission is missing', async () => {
    fakeCluster.refuse('patch nodereports');
    show();
    expect(await button()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(await button());
    expect(
      await screen.findByText('Permission to patch NodeReports is required to ask for a new check.'),
    ).toBeInTheDocument();
    await userEvent.click(await button());
    expect(fakeCluster.writes).toHaveLength(0);
  });
});
