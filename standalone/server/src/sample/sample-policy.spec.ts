import { ActiveWaivers, readWaivers, requirementById, WaiverCount, waiverOf } from '@calico-readiness/requirements';
import type { NodeReport } from '@calico-readiness/requirements';
import { planFleet } from './fleet-plan';
import { sampleNode } from './sample-node';
import { samplePolicy } from './sample-policy';
import { sampleReport } from './sample-report';

const now = Date.now();
const { waivers } = samplePolicy(now)['spec'] as { readonly waivers: readonly object[] };

describe('the waivers of the sample fleet', () => {
  it('can all be used, and are of requirements that there are', () => {
    const { usable, invalid } = readWaivers(waivers);
    expect(invalid).toEqual([]);
    expect(usable.filter(({ requirement }) => requirementById(requirement) === undefined)).toEqual([]);
  });

  it.each([20, 500])('are one that covers findings, one that has ended, one that covers nothing: %d nodes', (size) => {
    const read = readWaivers(waivers);
    const active = new ActiveWaivers(read.usable, now);
    const count = new WaiverCount();
    const iso = new Date(now).toISOString();
    for (const planned of planFleet(size)) {
      const node = sampleNode(planned, iso);
      const { status } = sampleReport(node, planned.variant, iso, iso) as unknown as NodeReport;
      const ofNode = active.ofNode(node.metadata.labels ?? {});
      for (const finding of status?.findings ?? []) {
        const waiver = waiverOf(ofNode, finding);
        if (waiver !== undefined) count.add(waiver);
      }
    }
    expect(count.uses(read, now).map(({ state }) => state)).toEqual(['Active', 'Expired', 'MatchesNothing']);
  });
});
