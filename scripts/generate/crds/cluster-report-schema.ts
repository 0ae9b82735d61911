import type { ReportLimit } from '@calico-readiness/requirements';
import { clusterReportName } from '@calico-readiness/requirements';
import type { PlacedRule } from './validation-rules';
import { eachOnce } from './validation-rules';

/** Of ids, reasons and names of nodes in lists, where no type can carry a bound. */
const lengths: Readonly<Record<string, number>> = {
  'causes.*.requirements.*': 63,
  'causes.*.reasons.*': 63,
  'causes.*.nodeNames.*': 253,
};

/** The limit that holds at a place below the status of a ClusterReport; those of lists stand in the types. */
export function clusterReportLimitAt(segments: readonly string[]): ReportLimit | undefined {
  const path = segments.join('.');
  const length = lengths[path];
  return length === undefined ? undefined : { path, length };
}

/** What a ClusterReport keeps beyond the type and the bound of each field. */
export const clusterRules: readonly PlacedRule[] = [
  {
    at: '',
    rule: `self.metadata.name == '${clusterReportName}'`,
    message: `the only ClusterReport of a cluster is named ${clusterReportName}; give it that name`,
    fieldPath: '.metadata.name',
  },
  {
    at: 'status.requirements',
    rule: eachOnce('self', 'requirement'),
    message: 'two entries have the same requirement; write one for each',
  },
  {
    at: 'status.conditions',
    rule: eachOnce('self', 'type'),
    message: 'two conditions have the same type; write one condition of each type',
  },
  {
    at: 'status.nodes',
    rule: 'self.nodes == self.ready + self.notReady + (has(self.waived) ? self.waived : 0) + self.unknown + self.stale + self.noReport',
    message: 'the parts do not add up to the nodes; count each node once',
  },
];
