import type { NodeReport } from '@calico-readiness/requirements';
import { isFlowReason } from '@calico-readiness/requirements';
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
    agentStartedAt: undefined,
    facts: withoutCounts(status['facts']),
    findings: each(status['findings'], withoutProgress),
    conditions: eachWithout('lastTransitionTime', status['conditions']),
  };
}

/** Of flows, who fails and what was not tested: how many peers there are and were tested changes with every test, and on every node when one joins. */
function withoutCounts(facts: unknown): unknown {
  if (!isRecord(facts)) return facts;
  const { flowTests, apiAccess } = facts;
  return {
    ...facts,
    flowTests: isRecord(flowTests) ? each(flowTests['flows'], failingOf) : flowTests,
    apiAccess: isRecord(apiAccess) ? { ...apiAccess, testedAt: undefined } : apiAccess,
  };
}

/** How many peers were reached changes with every test; which of them fail stands among the facts. */
const withoutProgress = (finding: Untyped): unknown => ({
  ...finding,
  since: undefined,
  ...(typeof finding['reason'] === 'string' && isFlowReason(finding['reason']) && { observed: undefined }),
});

const failingOf = ({ flow, failing, untested }: Untyped): unknown => ({
  flow,
  untested,
  failing: each(failing, ({ peer, outcome, proven }) => ({ peer, outcome, proven })),
});

const eachWithout = (name: string, list: unknown): unknown => each(list, (item) => ({ ...item, [name]: undefined }));

type Untyped = Readonly<Record<string, unknown>>;

const each = (list: unknown, change: (item: Untyped) => unknown): unknown =>
  Array.isArray(list) ? list.map((item: unknown) => (isRecord(item) ? change(item) : item)) : list;

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}
