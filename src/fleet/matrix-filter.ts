import type { Connectivity } from '@calico-readiness/requirements';
import { zoneOf } from './groups/zone';
import { unmetFindings } from './unmet-findings';
import { isCurrent } from './node-row';
import type { NodeRow, RowVerdict } from './node-row';

/** Which nodes to show. Values of one list are alternatives, the lists together are conditions; an empty list demands nothing. */
export interface MatrixFilter {
  /** Part of the name. */
  readonly name: string;
  /** `key` or `key=value`; all of them have to hold. */
  readonly labels: readonly string[];
  readonly verdicts: readonly RowVerdict[];
  readonly connectivity: readonly Connectivity[];
  /** Pool names; the empty name stands for no pool. */
  readonly pools: readonly string[];
  /** Names of zones; the empty name stands for no zone. */
  readonly zones: readonly string[];
  /** Requirements that are not met (or undecided) on the node. */
  readonly requirements: readonly string[];
  /** Only for these reasons. */
  readonly reasons: readonly string[];
}

export const emptyFilter: MatrixFilter = {
  name: '',
  labels: [],
  verdicts: [],
  connectivity: [],
  pools: [],
  zones: [],
  requirements: [],
  reasons: [],
};

export function filterRows(rows: readonly NodeRow[], filter: MatrixFilter): readonly NodeRow[] {
  const name = filter.name.trim().toLowerCase();
  const conditions: readonly ((row: NodeRow) => boolean)[] = [
    ...(name === '' ? [] : [(row: NodeRow) => row.name.toLowerCase().includes(name)]),
    ...filter.labels.map((label) => (row: NodeRow) => hasLabel(row, label)),
    ...among(filter.verdicts, (row) => row.verdict),
    ...among(filter.connectivity, (row) => row.connectivity),
    ...among(filter.pools, (row) => row.pool?.name ?? ''),
    ...among(filter.zones, zoneOf),
    ...(filter.requirements.length + filter.reasons.length === 0 ? [] : [(row: NodeRow) => isUnmet(row, filter)]),
  ];
  return conditions.length === 0 ? rows : rows.filter((row) => conditions.every((holds) => holds(row)));
}

const among = <T extends string>(allowed: readonly T[], valueOf: (row: NodeRow) => T): ((row: NodeRow) => boolean)[] =>
  allowed.length === 0 ? [] : [(row) => allowed.includes(valueOf(row))];

function hasLabel({ labels }: NodeRow, label: string): boolean {
  const at = label.indexOf('=');
  if (at === -1) return Object.hasOwn(labels, label);
  const key = label.slice(0, at);
  return Object.hasOwn(labels, key) && labels[key] === label.slice(at + 1);
}

/** As causes are counted: only in current reports. */
const isUnmet = (row: NodeRow, { requirements, reasons }: MatrixFilter): boolean =>
  isCurrent(row) &&
  unmetFindings(row.report).some(
    (finding) =>
      (requirements.length === 0 || requirements.includes(finding.requirement)) &&
      (reasons.length === 0 || reasons.includes(finding.reason)),
  );
