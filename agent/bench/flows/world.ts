import type { FlowKey } from '@calico-readiness/requirements';
import type { SimulatedNode } from './simulated-node';

/** What happens in a simulation besides tests. Times in milliseconds since it began. */
export interface World {
  /** Whether a packet of a flow from one node to another is lost to a fault. */
  readonly blocks?: (from: SimulatedNode, to: SimulatedNode, flow: FlowKey, time: number) => boolean;
  /** Nodes that reflect routes: then BGP is needed between them and all others alone, and not in a mesh. */
  readonly reflectors?: readonly number[];
  /** Part of single probes that are lost; a visit sends each twice. */
  readonly loss?: number;
  /** Part of the nodes that are replaced in an hour. */
  readonly churn?: number;
  /** Agents that restart in an hour, as a part of all; each is away for one to eight minutes. */
  readonly restarts?: number;
  /** Changes nodes at a time: makes them not ready, or their agents go away. */
  readonly happens?: (nodes: readonly SimulatedNode[], time: number, now: number) => void;
}

/** The flows that every pair of the simulation needs. */
export const simulatedFlows: readonly FlowKey[] = ['bgp-IPv4', 'vxlan-IPv4', 'vxlan-IPv4-large'];

/** Probes that a visit sends of each flow; one answer is enough. */
export const probesOfVisit = 2;
