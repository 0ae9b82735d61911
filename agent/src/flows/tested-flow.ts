/** Flows that can be tested from one host alone, with the ports of Calico's page of network requirements. */
export const flowPorts = { bgp: 179, typha: 5473, 'kube-apiserver': 6443 } as const;

export type FlowName = keyof typeof flowPorts;

/** One flow over TCP. */
export interface TestedFlow {
  readonly name: FlowName;
  readonly port: number;
}

/** One flow to one peer, and what became of it. */
export interface FlowTarget {
  /** In its canonical form (RFC 5952). */
  readonly peer: string;
  readonly flow: TestedFlow;
}

/** The family of an address. */
export const familyOf = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4);
