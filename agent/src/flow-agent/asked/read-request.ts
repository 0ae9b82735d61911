import type { RequestedFlowTest } from '@calico-readiness/requirements';
import { isNodeName, mostRequestedPeers } from '@calico-readiness/requirements';

/** What `spec.flowTest` of a report asks for, each peer once; undefined where it asks nothing. A stored report can be anything. */
export function readRequest(flowTest: unknown): RequestedFlowTest | undefined {
  const { requestedAt, peers } = (flowTest ?? {}) as { readonly requestedAt?: unknown; readonly peers?: unknown };
  if (typeof requestedAt !== 'string' || !Array.isArray(peers)) return undefined;
  const names = peers.slice(0, mostRequestedPeers).filter((name) => typeof name === 'string' && isNodeName(name));
  return { requestedAt, peers: [...new Set<string>(names)] };
}
