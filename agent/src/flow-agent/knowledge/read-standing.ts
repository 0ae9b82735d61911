import type { FlowAnswers, FlowKey } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, flowKeys, readFlowAnswers } from '@calico-readiness/requirements';
import type { ApiClient } from '../../cluster/api-client';
import { found } from '../../publish/api-answers';
import type { PeerStanding } from './proofs';

/**
 * Since when a peer's agent runs and when it last reported, by its NodeReport, from the cache of the API server: an older
 * report proves less. Undefined without one, and for one of an agent that does not say it. Rejects as the client does.
 */
export async function readStanding(client: Pick<ApiClient, 'get'>, name: string): Promise<PeerStanding | undefined> {
  const path = `/apis/${apiGroup}/${apiVersion}/nodereports/${encodeURIComponent(name)}`;
  const report = await found(client.get(path, { resourceVersion: '0' }));
  const { status } = (report ?? {}) as { readonly status?: Readonly<Record<string, unknown>> | null };
  const [agentSince, reportedAt] = [timeOf(status?.['agentStartedAt']), timeOf(status?.['observedAt'])];
  // That the node is ready and not cordoned is what the list of peers says.
  if (agentSince === undefined || reportedAt === undefined) return undefined;
  return { readySince: 0, agentSince, reportedAt, answers: answersIn(status?.['facts']) };
}

/** Nothing of a report is trusted, nor is it whole. */
function answersIn(facts: unknown): ReadonlyMap<FlowKey, FlowAnswers> {
  const { flowTests } = (facts ?? {}) as { readonly flowTests?: { readonly flows?: unknown } | null };
  const flows: readonly unknown[] = Array.isArray(flowTests?.flows) ? flowTests.flows.slice(0, flowKeys.length) : [];
  const answers = new Map<FlowKey, FlowAnswers>();
  for (const entry of flows) {
    const { flow, answers: given } = (entry ?? {}) as { readonly flow?: unknown; readonly answers?: unknown };
    const [key, read] = [flowKeys.find((each) => each === flow), readFlowAnswers(given)];
    if (key !== undefined && read !== undefined) answers.set(key, read);
  }
  return answers;
}

function timeOf(text: unknown): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
