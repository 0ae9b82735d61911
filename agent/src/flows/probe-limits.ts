/** How flows are tested, by the one who asks. */
export interface ProbeLimits {
  /** How long an answer is waited for, in milliseconds; silence is waited for twice. */
  readonly timeoutMs: number;
  /** How many flows are tested at once. */
  readonly atOnce: number;
  /** Whether a connection to the port of BGP is allowed, because nothing speaks BGP at the peers. */
  readonly bgpConnect: boolean;
  /** Whether BGP sessions are signed with a password: a kernel then drops every segment that is not. */
  readonly bgpPassword: 'yes' | 'no' | 'unknown';
}

/** How often silence is listened to before it counts. */
export const attempts = 2;

/** `no answer in 2 times 5 s`. */
export const silenceOf = ({ timeoutMs }: Pick<ProbeLimits, 'timeoutMs'>): string =>
  `no answer in ${String(attempts)} times ${String(timeoutMs / 1000)} s`;

/** More would be a scan of a network. */
export const mostPeers = 256;

/** How many packets one look at a raw socket reads, so that who sends many keeps nobody from anything else. */
export const mostPackets = 1024;
