/**
 * What became of one test of a way to the Kubernetes API: a request for /readyz over TLS with the node's own token.
 *
 * - `ready`: the server says that it is ready
 * - `not-ready`: it answers with another status than those below (5xx while it starts or lacks etcd), or by another name
 * - `denied`: it answers that the token is not valid, or may not ask (401, 403)
 * - `other-authority`: what answers has a certificate of another authority
 * - `refused`, `timed-out`, `unreachable`: no connection, by the error of connect(2)
 * - `failed`: anything else, such as a connection that ends in the handshake
 */
export const apiOutcomes = [
  'ready',
  'not-ready',
  'denied',
  'other-authority',
  'refused',
  'timed-out',
  'unreachable',
  'failed',
] as const;
export type ApiOutcome = (typeof apiOutcomes)[number];

/** What leads to the API: the address that pods are told, or one of the servers behind it. */
export const apiWayKinds = ['service', 'server'] as const;

/** One way to the Kubernetes API, as it was when it was last tested. */
export interface ApiWay {
  /** The address of the service `kubernetes` as pods are told it, or an endpoint of that service. */
  readonly kind: (typeof apiWayKinds)[number];
  /** Address and port, e.g. `10.0.0.5:6443`. */
  readonly address: string;
  /** What became of the last test. */
  readonly outcome: ApiOutcome;
  /** What was seen, short: a status or the code of an error. May hold untrusted text. */
  readonly said?: string;
  /** Set by the third test within ten minutes that did not find it ready, each while the API answered by another way. */
  readonly failing?: boolean;
}

/**
 * What the API says of Calico's own resources (crd.projectcalico.org, projectcalico.org/v3): it serves them and gave some of
 * them to this node, it serves them, it does not serve them as before Calico is installed, or it did not tell.
 */
export const calicoResources = ['read', 'served', 'absent', 'unknown'] as const;
export type CalicoResources = (typeof calicoResources)[number];

/** How this node gets to the Kubernetes API, by requests of its own. */
export interface ApiAccess {
  /** When it was last tested, seconds since 1970. */
  readonly testedAt: number;
  /** The ways that were tested; at most 16. */
  readonly ways: readonly ApiWay[];
  /** Whether the endpoints of the service could be listed; where not, `ways` lacks them. */
  readonly serversListed: boolean;
  /** What the API says of Calico's own resources. */
  readonly calico: CalicoResources;
}
