import { render, screen } from '@testing-library/react';
import { MemoryRouter } from '../console/router';
import { PageFrame } from './PageFrame';

describe('the title of a page, which the console proposes as the name of a favorite', () => {
  it.each([
    ['overview', undefined, 'Calico readiness'],
    ['overview', 'Readiness policy', 'Readiness policy · Calico readiness'],
    ['nodes', undefined, 'Nodes · Calico readiness'],
    // At the same path as the matrix: the console keeps no more of an address.
    ['nodes', 'Compare nodes', 'Nodes · Calico readiness'],
    ['profiles', undefined, 'Profiles · Calico readiness'],
    ['requirements', undefined, 'Requirements · Calico readiness'],
    ['guides', undefined, 'Guides · Calico readiness'],
  ] as const)('is of the tab %s (%s) its own: %s', (tab, pageName, title) => {
    render(
      <MemoryRouter>
        <PageFrame tab={tab} pageName={pageName}>
          content
        </PageFrame>
      </MemoryRouter>,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title);
  });
});
