import { machineConfigRoleLabel } from '@calico-readiness/requirements';
import { selects } from '../fleet/pool';
import { readIgnition } from '../k8s/machine-config';
import type { MachineConfigResource } from '../k8s/machine-config';
import type { MachineConfigPoolObject } from '../k8s/models';

/** Another MachineConfig takes the place of something that ours sets, so that ours has no effect there. */
export interface MergeFault {
  /** The one that wins. */
  readonly other: string;
  readonly kind: 'file' | 'unit';
  /** The path of the file, or the name of the unit. */
  readonly name: string;
  readonly pools: readonly string[];
  /** False where releases of OpenShift differ in who wins. */
  readonly certain: boolean;
}

type Later = (one: MachineConfigResource, other: MachineConfigResource) => boolean;

const nameOf = ({ metadata }: MachineConfigResource): string => metadata?.name ?? '';
const isWorker = ({ metadata }: MachineConfigResource): boolean =>
  metadata?.labels?.[machineConfigRoleLabel] === 'worker';

/**
 * The Machine Config Operator merges what a pool selects in the order of the names, and the last one to set a file or
 * a unit wins. Newer releases merge everything of the role worker before what is of a custom role
 * (pkg/controller/common/helpers.go, MergeMachineConfigs).
 */
const byName: Later = (one, other) => nameOf(one) > nameOf(other);
const workersFirst: Later = (one, other) => (isWorker(one) === isWorker(other) ? byName(one, other) : isWorker(other));

/** What the dry run cannot see: the faults of `ours` in the pools that it reaches, each once. */
export function mergeFaults(
  ours: MachineConfigResource,
  configs: readonly MachineConfigResource[],
  pools: readonly MachineConfigPoolObject[],
): MergeFault[] {
  const faults = new Map<string, MergeFault>();
  for (const pool of pools) {
    if (!selects(pool.spec?.machineConfigSelector, ours.metadata?.labels ?? {})) continue;
    for (const other of configs) {
      if (nameOf(other) === nameOf(ours) || !selects(pool.spec?.machineConfigSelector, other.metadata?.labels ?? {}))
        continue;
      const wins = [byName, workersFirst].filter((later) => later(other, ours)).length;
      if (wins === 0) continue;
      for (const { kind, name } of replacedBy(ours, other)) {
        const key = [nameOf(other), kind, name, String(wins)].join(' ');
        const known = faults.get(key)?.pools ?? [];
        faults.set(key, {
          other: nameOf(other),
          kind,
          name,
          pools: [...known, pool.metadata?.name ?? ''],
          certain: wins === 2,
        });
      }
    }
  }
  return [...faults.values()];
}

/** What of ours another one changes: the same content or the same mask changes nothing. */
function replacedBy(ours: MachineConfigResource, other: MachineConfigResource): Pick<MergeFault, 'kind' | 'name'>[] {
  const mine = readIgnition(ours);
  const theirs = readIgnition(other);
  const files = [...mine.files].filter(
    ([path, text]) =>
      theirs.otherPaths.has(path) ||
      (theirs.files.has(path) && (text === undefined || theirs.files.get(path) !== text)),
  );
  const units = [...mine.masks].filter(([unit, mask]) => mask === true && theirs.masks.get(unit) === false);
  return [
    ...files.map(([name]) => ({ kind: 'file' as const, name })),
    ...units.map(([name]) => ({ kind: 'unit' as const, name })),
  ];
}
