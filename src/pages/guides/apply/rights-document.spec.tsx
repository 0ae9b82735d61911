import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import { parse } from 'yaml';
import { MemoryRouter, Route, Routes } from '../../../console/router';
import { nodesOf, poolObject, reportsOf } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { tunnelManaged } from '../../../testing/host-facts';
import { GuidePage } from '../GuidePage';

interface Rule {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** The ClusterRole in docs/apply.md, as `verb plural`. */
const documented = (): string[] => {
  const text = readFileSync('docs/apply.md', 'utf8');
  const role = /```yaml\n(apiVersion: rbac[^]*?)```/.exec(text)?.[1] ?? '';
  const { rules } = parse(role) as { readonly rules: readonly Rule[] };
  return rules.flatMap(({ resources, verbs }) => verbs.flatMap((verb) => resources.map((what) => `${verb} ${what}`)));
};

/** What whoever sees the pages at all may read. */
const ofEveryReader = ['nodes', 'clusterreports', 'readinesspolicies'];

describe('the ClusterRole of docs/apply.md', () => {
  it('has the rights that the page asks for and the kinds that it watches, and no others', async () => {
    const nodes = [{ name: 'w1', facts: tunnelManaged }];
    fakeCluster.serve('nodes', nodesOf(nodes));
    fakeCluster.serve('nodereports', reportsOf(nodes));
    fakeCluster.serve('machineconfigpools', [poolObject('worker')]);
    fakeCluster.serve('machineconfigs', []);
    render(
      <MemoryRouter initialEntries={['/calico-readiness/guides/networkmanager']}>
        <Routes>
          <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
        </Routes>
      </MemoryRouter>,
    );
    await screen.findByRole('button', { name: 'Dry run' });
    const read = [...fakeCluster.watches.keys(), ...fakeCluster.requests.map((request) => request.split(' ')[0] ?? '')];
    const kinds = [...new Set(read)].filter((kind) => !ofEveryReader.includes(kind));
    const wanted = [
      ...fakeCluster.askedRights,
      ...kinds.flatMap((kind) => ['get', 'list', 'watch'].map((verb) => `${verb} ${kind}`)),
    ];
    expect(documented().sort()).toEqual([...new Set(wanted)].sort());
  });
});
