import type { RequestedFlowTest } from '@calico-readiness/requirements';
import { isNodeName, mostRequestedPeers } from '@calico-readiness/requirements';

/** What `spec.flowTest` of a report asks for, each peer once; undefined where it asks nothing. A stored report can be anything. */
export function readRequest(flowTest: unknown): RequestedFlowTest | undefined {
  const { requestedAt, peers } = (flowTest ?? {}) as { readonly requestedAt?: unknown; readonly peers?: unknown };
  if (typeof requestedAt !== 'string' || Number.isNaN(Date.parse(requestedAt))) return undefined;
  const listed: readonly unknown[] = Array.isArray(peers) ? peers.slice(0, mostRequestedPeers) : [];
  const names = listed.filter((name): name is string => typeof name === 'string' && isNodeName(name));
  return { requestedAt, peers: [...new Set(names)] };
}
