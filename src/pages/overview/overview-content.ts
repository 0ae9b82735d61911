import type { Fleet } from '../../fleet/build-fleet';
import { causesOf } from '../../fleet/causes';
import type { CountedCause } from '../../fleet/causes';
import { fleetProfile } from '../../fleet/fleet-profile';
import type { FleetProfile } from '../../fleet/fleet-profile';
import { totalsOfFleet, totalsOfSummary } from '../../fleet/fleet-totals';
import type { FleetTotals } from '../../fleet/fleet-totals';
import { compareCauses } from '../../fleet/what-if/what-if-changes';
import type { CauseChanges } from '../../fleet/what-if/what-if-changes';
import type { ShownSummary } from '../../hooks/useClusterReport';
import type { ProfileFieldName } from '@calico-readiness/requirements';

/** What the overview says, whoever counted: the rows, or the controller while the lists arrive. */
export interface OverviewContent {
  readonly totals: FleetTotals;
  readonly causes: readonly CountedCause[];
  /** As many as there are; more than are listed where a summary has too many. */
  readonly causesTotal: number;
  readonly profile: FleetProfile | undefined;
  /** Only in a what-if: the same of the current state. */
  readonly present?: {
    readonly totals: FleetTotals;
    readonly changes: CauseChanges;
    readonly profile: FleetProfile | undefined;
  };
}

/** Counted from the rows of a complete fleet. */
export function contentOfFleet(fleet: Fleet): OverviewContent {
  const { present } = fleet;
  const causes = causesOf(fleet);
  return {
    totals: totalsOfFleet(fleet),
    causes,
    causesTotal: causes.length,
    profile: fleetProfile(fleet),
    ...(present && {
      present: {
        totals: totalsOfFleet(present),
        changes: compareCauses(causes, present),
        profile: fleetProfile(present),
      },
    }),
  };
}

const noDeviations: Readonly<Record<ProfileFieldName, number>> = {
  calicoVersion: 0,
  dataplane: 0,
  encapsulation: 0,
  bgp: 0,
  ipFamilies: 0,
  kubeProxyMode: 0,
  wireguard: 0,
  sctp: 0,
  typha: 0,
  ports: 0,
  mtu: 0,
};

/** As the controller counted. Its causes carry neither pools nor times; on which nodes the profile differs only the rows tell. */
export const contentOfSummary = ({ summary, report: { profile } }: ShownSummary): OverviewContent => ({
  totals: totalsOfSummary(summary),
  causes: summary.causes,
  causesTotal: summary.causesTotal,
  profile: profile && { profile, deviating: noDeviations },
});
