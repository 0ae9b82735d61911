import type { NodeReport, NodeReportStatus } from '@calico-readiness/requirements';
import { verdictLabel } from './node-report';

/**
 * Whether two reports say the same. When it was observed and since when things stand do not count: a heartbeat
 * writes those. Neither do labels and owners that others gave, nor the order of keys, which an API server does not keep.
 */
export function sameMeaning(one: NodeReport, other: NodeReport): boolean {
  return meaning(one) === meaning(other);
}

function meaning({ metadata, status }: NodeReport): string {
  return canonical({
    label: metadata.labels?.[verdictLabel],
    owners: metadata.ownerReferences?.filter(({ kind }) => kind === 'Node').map(({ uid }) => uid),
    status: status && withoutTimes(status),
  });
}

function withoutTimes(status: NodeReportStatus): object {
  return {
    ...status,
    observedAt: undefined,
    findings: status.findings.map((finding) => ({ ...finding, since: undefined })),
    conditions: status.conditions.map((condition) => ({ ...condition, lastTransitionTime: undefined })),
  };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}
