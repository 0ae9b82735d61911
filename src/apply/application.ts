import type { Ownership } from './ownership';
import type { PoolRollout } from './pool-rollout';
import type { PoolVerification } from './verification';

/** Where the application of a guide's MachineConfig stands. */
export type Phase =
  /** Nothing of it is on the cluster. */
  | 'absent'
  /** There is a MachineConfig of its name that no guide made. */
  | 'foreign'
  /** A pool cannot go on by itself. */
  | 'degraded'
  | 'rolling-out'
  /** Every pool has it but those that are paused. */
  | 'paused'
  /** Every pool has it, and reports are still missing. */
  | 'verifying'
  /** Every pool has it, every node has reported since, and on some the requirements are still not met. */
  | 'not-effective'
  | 'verified'
  /** It was deleted, and pools still have it. */
  | 'removing';

/** What is known of one application, all of it from objects of the cluster. */
export interface ApplicationFacts {
  /** Whose the MachineConfig of that name is; undefined where there is none. */
  readonly ownership: Ownership | undefined;
  /** The pools that it reaches; those that still have it after it was deleted. */
  readonly pools: readonly PoolRollout[];
  readonly verification: readonly PoolVerification[];
}

/** What is worst decides, so that nothing is green before all of it is. */
export function phaseOf({ ownership, pools, verification }: ApplicationFacts): Phase {
  if (ownership === undefined) return pools.every(({ state }) => state === 'updated') ? 'absent' : 'removing';
  if (ownership.kind === 'foreign') return 'foreign';
  const some = (...states: readonly PoolRollout['state'][]) => pools.some(({ state }) => states.includes(state));
  if (some('degraded', 'render-degraded')) return 'degraded';
  if (some('waiting', 'updating')) return 'rolling-out';
  if (some('paused')) return 'paused';
  const { nodes, met, waiting } = totals(verification);
  if (nodes === 0 || waiting > 0) return 'verifying';
  return met === nodes ? 'verified' : 'not-effective';
}

/** The sums over all pools. */
export function totals(verification: readonly PoolVerification[]) {
  const sum = (value: (pool: PoolVerification) => number): number =>
    verification.reduce((total, pool) => total + value(pool), 0);
  return {
    nodes: sum((pool) => pool.nodes),
    met: sum((pool) => pool.met),
    unmet: sum((pool) => pool.unmet),
    undecided: sum((pool) => pool.undecided),
    waiting: sum((pool) => pool.waiting.length),
  };
}
