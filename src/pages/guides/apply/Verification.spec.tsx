import { render, screen } from '@testing-library/react';
import type { PoolRollout, RolloutState } from '../../../apply/pool-rollout';
import { Verification } from './Verification';

const pool = (state: RolloutState): PoolRollout => ({
  pool: 'worker',
  state,
  updated: 1,
  machines: 3,
  degraded: 0,
  since: 0,
});
const verification = [{ pool: 'worker', nodes: 3, met: 1, unmet: 2, undecided: 0, waiting: [] }];

describe('what the reports say since a change', () => {
  it.each([
    ['updated', true],
    ['waiting', false],
    ['updating', false],
    ['paused', false],
    ['degraded', false],
  ] as const)('of nodes that fail in a pool that is %s: told is %s', (state, told) => {
    render(<Verification verification={verification} pools={[pool(state)]} rows={[]} rights={null} />);
    expect(screen.queryByText('2 nodes still fail by reports since the change.') !== null).toBe(told);
  });
});
