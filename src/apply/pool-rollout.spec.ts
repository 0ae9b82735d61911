import { poolObject } from '../testing/cluster-objects';
import type { MachineConfigPoolObject } from '../k8s/models';
import { poolRollout } from './pool-rollout';
import type { RolledOut } from './pool-rollout';

const ours = '99-worker-calico-networkmanager';
const config: RolledOut = { name: ours, present: true, replaced: {} };
const withOurs = { name: 'rendered-2', source: [{ name: '00-worker' }, { name: ours }] };
const without = { name: 'rendered-1', source: [{ name: '00-worker' }] };

const base = poolObject('worker');
const conditions = (...types: readonly string[]) =>
  types.map((type) => ({ type, status: 'True', message: `of ${type}`, lastTransitionTime: '2026-01-01T00:00:00Z' }));

interface Situation {
  readonly target?: object;
  readonly current?: object;
  readonly holds?: readonly string[];
  readonly paused?: boolean;
  readonly generation?: number;
  readonly observed?: number;
  readonly updatedMachines?: number;
}

const pool = ({
  target = withOurs,
  current = withOurs,
  holds = ['Updated'],
  paused = false,
  generation = 2,
  observed = 2,
  updatedMachines = 3,
}: Situation): MachineConfigPoolObject => ({
  ...base,
  metadata: { ...base.metadata, generation },
  spec: { ...base.spec, paused, configuration: target },
  status: {
    configuration: current,
    observedGeneration: observed,
    machineCount: 3,
    updatedMachineCount: updatedMachines,
    degradedMachineCount: 0,
    conditions: conditions(...holds),
  },
});

describe('poolRollout', () => {
  it.each<[string, Situation, Partial<RolledOut>, string]>([
    ['updated when all nodes have the target', {}, {}, 'updated'],
    ['waiting until the operator made a target with it', { target: without, current: without }, {}, 'waiting'],
    [
      'degraded when no target can be made',
      { target: without, current: without, holds: ['RenderDegraded', 'Degraded'] },
      {},
      'render-degraded',
    ],
    ['updating while nodes still have the old one', { current: without, holds: ['Updating'] }, {}, 'updating'],
    ['updating while Updated is from before', { observed: 1 }, {}, 'updating'],
    ['updating when the status does not say Updated', { holds: [] }, {}, 'updating'],
    ['paused when it may not begin', { current: without, holds: [], paused: true }, {}, 'paused'],
    ['updated although paused, when it was done before', { paused: true }, {}, 'updated'],
    ['degraded when a node fails', { current: without, holds: ['Updating', 'NodeDegraded'] }, {}, 'degraded'],
    ['waiting after an update with the old target', {}, { replaced: { worker: 'rendered-2' } }, 'waiting'],
    ['updated after an update with a new target', {}, { replaced: { worker: 'rendered-1' } }, 'updated'],
    ['waiting for a target without what was deleted', {}, { present: false }, 'waiting'],
    [
      'updating while nodes still have what was deleted',
      { target: without, holds: ['Updating'] },
      { present: false },
      'updating',
    ],
    ['updated without what was deleted', { target: without, current: without }, { present: false }, 'updated'],
    ['waiting when the pool says nothing', { target: {}, current: {}, holds: [] }, {}, 'waiting'],
  ])('is %s', (_what, situation, change, state) => {
    expect(poolRollout(pool(situation), { ...config, ...change }).state).toBe(state);
  });

  it('gives the reason of a fault, and no count from before', () => {
    const degraded = pool({ current: without, holds: ['Updating', 'NodeDegraded'], updatedMachines: 1 });
    expect(poolRollout(degraded, config)).toMatchObject({ message: 'of NodeDegraded', updated: 1, machines: 3 });
    expect(poolRollout(pool({ current: without, holds: ['Updating'], observed: 1 }), config).updated).toBeUndefined();
  });

  it('takes the time of its condition for reports, and none while no node can have it', () => {
    expect(poolRollout(pool({}), config).since).toBe(Date.parse('2026-01-01T00:00:00Z'));
    expect(poolRollout(pool({ current: without, holds: [], paused: true }), config).since).toBeUndefined();
  });

  it('survives a pool that is not one', () => {
    const rubbish = { metadata: { name: 'x' }, status: { conditions: 'no', configuration: { source: 3 } } };
    expect(poolRollout(rubbish as unknown as MachineConfigPoolObject, config)).toMatchObject({
      state: 'waiting',
      machines: 0,
    });
  });
});
