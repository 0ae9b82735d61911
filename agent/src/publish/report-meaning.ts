import type { NodeReport } from '@calico-readiness/requirements';
import { isRecord } from './carried-on';
import { verdictLabel } from './node-report';

/**
 * Whether two reports say the same. When it was observed and since when things stand do not count: a heartbeat
 * writes those. Neither do labels and owners that others gave, nor the order of keys, which an API server does not keep.
 * A stored report can be anything; one that is not as we write them says something else.
 */
export function sameMeaning(one: NodeReport, other: NodeReport): boolean {
  return meaning(one) === meaning(other);
}

function meaning({ metadata, status }: NodeReport): string {
  return canonical({
    label: metadata.labels?.[verdictLabel],
    owners: metadata.ownerReferences?.filter(({ kind }) => kind === 'Node').map(({ uid }) => uid),
    status: withoutTimes(status),
  });
}

function withoutTimes(status: unknown): unknown {
  if (!isRecord(status)) return status;
  return {
    ...status,
    observedAt: undefined,
    findings: eachWithout('since', status['findings']),
    conditions: eachWithout('lastTransitionTime', status['conditions']),
  };
}

const eachWithout = (name: string, list: unknown): unknown =>
  Array.isArray(list) ? list.map((item: unknown) => (isRecord(item) ? { ...item, [name]: undefined } : item)) : list;

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}
