import { guideOfFinding } from '@calico-readiness/requirements';
import type { GuideId } from '@calico-readiness/requirements';
import { isCurrent } from '../fleet/node-row';
import type { NodeRow } from '../fleet/node-row';
import type { PoolRollout } from './pool-rollout';

/** What the reports of a pool's nodes say of a guide's requirements since the change. The counts add up to `nodes`. */
export interface PoolVerification {
  readonly pool: string;
  readonly nodes: number;
  /** Nodes on which nothing that the guide would fix is left. */
  readonly met: number;
  readonly unmet: number;
  /** Nodes on which it could not be decided. */
  readonly undecided: number;
  /** Names of the nodes without a report since the change. */
  readonly waiting: readonly string[];
}

/** `rows` are the nodes that the MachineConfig reaches in this pool. A report from before the change says nothing of it. */
export function verifyPool(rollout: PoolRollout, rows: readonly NodeRow[], guide: GuideId): PoolVerification {
  const waiting: string[] = [];
  const counts = { met: 0, unmet: 0, undecided: 0 };
  for (const row of rows) {
    if (rollout.since === undefined || !isCurrent(row) || (row.report.observedAt ?? 0) < rollout.since) {
      waiting.push(row.name);
    } else counts[judge(row, guide)] += 1;
  }
  return { pool: rollout.pool, nodes: rows.length, ...counts, waiting };
}

function judge(row: NodeRow, guide: GuideId): 'met' | 'unmet' | 'undecided' {
  const findings = [...(row.report?.findings.values() ?? [])].filter((finding) => guideOfFinding(finding) === guide);
  if (findings.some(({ verdict }) => verdict === 'Fail' || verdict === 'Warn')) return 'unmet';
  return findings.length > 0 ? 'undecided' : 'met';
}
