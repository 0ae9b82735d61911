import { phaseOf } from './application';
import type { ApplicationFacts, Phase } from './application';
import type { PoolRollout, RolloutState } from './pool-rollout';
import type { PoolVerification } from './verification';

const pools = (...states: readonly RolloutState[]): PoolRollout[] =>
  states.map((state, index) => ({ pool: `p${String(index)}`, state, updated: 1, machines: 1, degraded: 0, since: 0 }));

const verified = (counts: Partial<PoolVerification> = {}): PoolVerification[] => [
  { pool: 'p0', nodes: 2, met: 2, unmet: 0, undecided: 0, waiting: [], ...counts },
];

const ours = { kind: 'ours' } as const;
const foreign = { kind: 'foreign', makers: [] } as const;

describe('phaseOf', () => {
  it.each<[Phase, ApplicationFacts]>([
    ['absent', { ownership: undefined, pools: [], verification: [] }],
    ['absent', { ownership: undefined, pools: pools('updated'), verification: [] }],
    ['removing', { ownership: undefined, pools: pools('updated', 'waiting'), verification: [] }],
    ['removing', { ownership: undefined, pools: pools('paused'), verification: [] }],
    ['foreign', { ownership: foreign, pools: pools('updated'), verification: verified() }],
    ['degraded', { ownership: ours, pools: pools('updated', 'degraded', 'updating'), verification: verified() }],
    ['degraded', { ownership: ours, pools: pools('render-degraded', 'paused'), verification: verified() }],
    ['rolling-out', { ownership: ours, pools: pools('updating', 'paused'), verification: verified() }],
    ['rolling-out', { ownership: ours, pools: pools('waiting', 'updated'), verification: verified() }],
    ['paused', { ownership: ours, pools: pools('updated', 'paused'), verification: verified() }],
    ['verifying', { ownership: ours, pools: pools('updated'), verification: verified({ met: 1, waiting: ['b'] }) }],
    ['verifying', { ownership: ours, pools: pools('updated'), verification: verified({ nodes: 0, met: 0 }) }],
    ['not-effective', { ownership: ours, pools: pools('updated'), verification: verified({ met: 1, unmet: 1 }) }],
    ['not-effective', { ownership: ours, pools: pools('updated'), verification: verified({ met: 1, undecided: 1 }) }],
    ['verified', { ownership: ours, pools: pools('updated', 'updated'), verification: verified() }],
  ])('is %s for %j', (phase, facts) => {
    expect(phaseOf(facts)).toBe(phase);
  });
});
