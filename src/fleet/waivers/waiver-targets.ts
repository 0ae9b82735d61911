import { readSelector, selectorMatches } from '@calico-readiness/requirements';
import type { NodeSelector } from '@calico-readiness/requirements';
import type { LabelSelector } from '../../k8s/models';
import type { Fleet } from '../build-fleet';
import { isCurrent } from '../node-row';
import type { NodeRow } from '../node-row';
import { unmetFindings } from '../unmet-findings';

/** Nodes that a waiver made for one of them can be for. */
export interface WaiverTarget {
  readonly kind: 'node' | 'pool' | 'all';
  readonly selector: NodeSelector;
  /** Nodes that it selects currently. */
  readonly nodes: number;
  /** Those of them that do not meet the requirement, or may not. */
  readonly unmet: number;
  /** Of a pool: nodes of others that it selects as well, because their labels say the same. */
  readonly ofOtherPools: number;
}

const hostnameLabel = 'kubernetes.io/hostname';
const roleLabel = (role: string): string => `node-role.kubernetes.io/${role}`;

/** What a waiver for this requirement of this node can be for. A node without a name of its own among its labels cannot be told apart. */
export function waiverTargets(fleet: Fleet, row: NodeRow, requirement: string): readonly WaiverTarget[] {
  const target = (kind: WaiverTarget['kind'], selector: NodeSelector): WaiverTarget => {
    const selected = fleet.rows.filter(({ labels }) => selects(selector, labels));
    return {
      kind,
      selector,
      nodes: selected.length,
      unmet: selected.filter((other) => isUnmet(other, requirement)).length,
      ofOtherPools: selected.filter(({ pool }) => pool?.name !== row.pool?.name).length,
    };
  };
  const hostname = row.labels[hostnameLabel];
  const node = hostname === undefined ? undefined : target('node', { matchLabels: { [hostnameLabel]: hostname } });
  const ofPool = poolSelector(fleet, row);
  return [
    ...(node?.nodes === 1 ? [node] : []),
    ...(ofPool === undefined ? [] : [target('pool', ofPool)]),
    target('all', {}),
  ];
}

const isUnmet = (row: NodeRow, requirement: string): boolean =>
  isCurrent(row) && unmetFindings(row.report).some((finding) => finding.requirement === requirement);

function selects(selector: object, labels: NodeRow['labels']): boolean {
  const reading = readSelector(selector);
  return 'selector' in reading && selectorMatches(reading.selector, labels);
}

/**
 * The nodes of a row's pool by their labels. The pool worker selects the nodes of custom pools as well, which the Machine
 * Config Operator then leaves to those (MCO's docs/custom-pools.md); here their roles are excluded, where no node of the
 * pool itself has them.
 */
function poolSelector(fleet: Fleet, { pool }: NodeRow): NodeSelector | undefined {
  if (pool === null) return undefined;
  const object = fleet.machineConfigPools.find(({ metadata }) => metadata?.name === pool.name);
  const own = pool.managed ? usable(object?.spec?.nodeSelector) : undefined;
  const selector = own ?? { matchExpressions: [{ key: roleLabel(pool.name), operator: 'Exists' }] };
  const others = new Set<string>();
  for (const row of fleet.rows)
    if (row.pool !== null && row.pool.name !== pool.name && selects(selector, row.labels)) others.add(row.pool.name);
  const members = fleet.rows.filter((row) => row.pool?.name === pool.name);
  const excluded = [...others]
    .map(roleLabel)
    .filter((key) => !members.some(({ labels }) => Object.hasOwn(labels, key)))
    .map((key) => ({ key, operator: 'DoesNotExist' as const }));
  return excluded.length === 0
    ? selector
    : { ...selector, matchExpressions: [...(selector.matchExpressions ?? []), ...excluded] };
}

/** A selector of a pool that a waiver can have. */
function usable(selector: LabelSelector | undefined): NodeSelector | undefined {
  return selector !== undefined && 'selector' in readSelector(selector) ? (selector as NodeSelector) : undefined;
}
