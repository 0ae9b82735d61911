/** What became of a flow, in the order in which a reader wants to know them. */
export const flowOutcomes = ['filtered', 'prohibited', 'unreachable', 'untested', 'refused', 'open'] as const;

/**
 * - `open`: the peer answered as one that listens
 * - `refused`: the peer answered that nobody listens, so that packets travel both ways; right before an installation
 * - `filtered`: no answer at all, asked twice
 * - `prohibited`: a router or a firewall said that it does not let this through
 * - `unreachable`: there is no way to the peer: no route, or nobody has its address
 * - `untested`: nothing was seen that would tell
 */
export type FlowOutcome = (typeof flowOutcomes)[number];

/**
 * By what a flow was told: an ESTABLISHED session of others, a connection, a SYN whose answer the kernel takes back, or a
 * challenge that another agent answers.
 */
export type ProbeMethod = 'session' | 'connect' | 'half-open' | 'challenge';

/**
 * Why nothing was seen, where a program goes by it: no right to a raw socket, a password that hides everything, a device of
 * this host that carries no packet of the size, or a size that no message has.
 */
export type UntestedCause = 'no-raw-socket' | 'password' | 'own-device' | 'size-unknown';

/** An outcome with the evidence for it. */
export interface ProbeResult {
  readonly outcome: FlowOutcome;
  /** Missing only where nothing was tried. */
  readonly method?: ProbeMethod;
  /** What was seen, or why nothing was; for people, one line without a full stop. */
  readonly said: string;
  /** Only of what is untested. */
  readonly because?: UntestedCause;
}

/** An outcome of nothing: why it was not tested. */
export const untested = (said: string, method?: ProbeMethod, because?: UntestedCause): ProbeResult => ({
  outcome: 'untested',
  ...(method !== undefined && { method }),
  said,
  ...(because !== undefined && { because }),
});
