import type { FlowOutcome } from '../../src/flows/outcome';

/**
 * How packets come to the other host: over the cable, or over a router and a network behind it: a wide one, one of 1400
 * bytes, or one whose far end takes no more than 1400 bytes while the router does not know.
 */
export type Way = 'cable' | 'router' | 'narrow' | 'mute';

/** What one situation makes of each flow; the packets of full size are as the small ones where nothing else is said. */
export interface ChallengeRow {
  readonly situation: string;
  readonly way: Way;
  /** Rules of nftables, each behind what matches the packets of the row on their way there or back. */
  readonly rules: readonly {
    readonly at: 'here' | 'router' | 'there';
    readonly hook: 'input' | 'output' | 'forward' | 'nat';
    readonly direction: 'there' | 'back';
    readonly rule: string;
  }[];
  readonly small: FlowOutcome;
  readonly large?: FlowOutcome;
  /** Of IP-in-IP, where it is another one. */
  readonly ipip?: FlowOutcome;
  readonly said?: string;
  /** Whether the responder was reached; by packets of full size, too, where nothing else is said. */
  readonly reached: boolean | 'by small packets';
}

const [atHere, atThere, atRouter] = [{ at: 'here' }, { at: 'there' }, { at: 'router' }] as const;
const [cable, router] = [{ way: 'cable' }, { way: 'router' }] as const;
const input = { hook: 'input', direction: 'there' } as const;
const forward = { hook: 'forward', direction: 'there' } as const;
const noRule = { rules: [] } as const;

/** Each has an address of its own in both families at the other host, so that all can be looked at in one run. */
export const challengeRows: readonly ChallengeRow[] = [
  { ...cable, ...noRule, situation: 'nothing between', small: 'open', reached: true },
  { ...router, ...noRule, situation: 'a router between', small: 'open', reached: true },
  {
    ...cable,
    situation: 'dropped there',
    rules: [{ ...atThere, ...input, rule: 'drop' }],
    small: 'filtered',
    reached: false,
  },
  {
    ...cable,
    situation: 'rejected there as prohibited by an administrator',
    rules: [{ ...atThere, ...input, rule: 'reject with icmpx admin-prohibited' }],
    small: 'prohibited',
    said: 'admin-prohibited',
    reached: false,
  },
  // A host without a tunnel says the same of challenges that it answers.
  {
    ...cable,
    situation: 'rejected there with port-unreachable',
    rules: [{ ...atThere, ...input, rule: 'reject with icmpx port-unreachable' }],
    small: 'filtered',
    said: 'port-unreachable',
    reached: false,
  },
  {
    ...router,
    situation: 'rejected by a router',
    rules: [{ ...atRouter, ...forward, rule: 'reject with icmpx admin-prohibited' }],
    small: 'prohibited',
    said: 'admin-prohibited',
    reached: false,
  },
  {
    ...router,
    situation: 'dropped on the way there',
    rules: [{ ...atRouter, ...forward, rule: 'drop' }],
    small: 'filtered',
    reached: false,
  },
  // Both ways are tested; the one that is closed is told by what arrived at the responder.
  {
    ...router,
    situation: 'dropped on the way back',
    rules: [{ ...atRouter, ...forward, direction: 'back', rule: 'drop' }],
    small: 'filtered',
    reached: true,
  },
  {
    ...cable,
    situation: 'dropped by this host on its way in',
    rules: [{ ...atHere, ...input, direction: 'back', rule: 'drop' }],
    small: 'filtered',
    reached: true,
  },
  {
    ...cable,
    situation: 'dropped by this host on its way out',
    rules: [{ ...atHere, hook: 'output', direction: 'there', rule: 'drop' }],
    small: 'filtered',
    said: 'EPERM',
    reached: false,
  },
  // An answer over UDP belongs to no connection; protocol 4 has no ports by which it would not.
  {
    ...cable,
    situation: 'dropped by this host but for what belongs to connections',
    rules: [{ ...atHere, ...input, direction: 'back', rule: 'ct state new drop' }],
    small: 'filtered',
    ipip: 'open',
    reached: true,
  },
  {
    ...router,
    situation: 'dropped only at size',
    rules: [{ ...atRouter, ...forward, rule: 'meta length > 1400 drop' }],
    small: 'open',
    large: 'filtered',
    reached: 'by small packets',
  },
  {
    ...router,
    situation: 'dropped only at size on the way back',
    rules: [{ ...atRouter, ...forward, direction: 'back', rule: 'meta length > 1400 drop' }],
    small: 'open',
    large: 'filtered',
    reached: true,
  },
  {
    ...noRule,
    way: 'narrow',
    situation: 'too large for the network behind a router, which says so',
    small: 'open',
    large: 'prohibited',
    said: '1400 bytes',
    reached: 'by small packets',
  },
  {
    ...noRule,
    way: 'mute',
    situation: 'too large for the other host, and nobody says so',
    small: 'open',
    large: 'filtered',
    reached: 'by small packets',
  },
  {
    ...router,
    situation: 'of another source, by address translation',
    rules: [{ ...atRouter, hook: 'nat', direction: 'there', rule: 'masquerade' }],
    small: 'filtered',
    reached: false,
  },
];
