import type { RequestedFlowTest } from '@calico-readiness/requirements';
import { mostRequestedPeers } from '@calico-readiness/requirements';

/** What `spec.flowTest` of a report asks for, each peer once; undefined where it asks nothing. A stored report can be anything. */
export function readRequest(flowTest: unknown): RequestedFlowTest | undefined {
  const { requestedAt, peers } = (flowTest ?? {}) as { readonly requestedAt?: unknown; readonly peers?: unknown };
  if (typeof requestedAt !== 'string' || !Array.isArray(peers)) return undefined;
  const names = peers.slice(0, mostRequestedPeers).filter((name): name is string => typeof name === 'string');
  return { requestedAt, peers: [...new Set(names)] };
}
