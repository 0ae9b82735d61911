import { WaiverCount } from '@calico-readiness/requirements';
import type { WaiverUse } from '@calico-readiness/requirements';
import { isCurrent } from '../node-row';
import type { NodeRow } from '../node-row';
import type { FleetWaivers } from './fleet-waivers';

/** What each waiver of the policy comes to, in its order. Only current reports count. */
export function waiverUses({ read }: FleetWaivers, rows: readonly NodeRow[], now: number): readonly WaiverUse[] {
  const count = new WaiverCount();
  for (const row of rows)
    if (row.waived !== undefined && isCurrent(row)) for (const waiver of row.waived.values()) count.add(waiver);
  return count.uses(read, now);
}
