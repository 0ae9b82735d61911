import type { FlowOutcome } from '../../src/flows/outcome';

/** What one situation makes of every flow, whatever devices there are. */
export interface TunnelRow {
  readonly situation: string;
  /** A rule of nftables behind what matches the packets of the row, and where it stands. */
  readonly rule?: { readonly at: 'here' | 'there'; readonly direction: 'there' | 'back'; readonly rule: string };
  readonly outcome: FlowOutcome;
  readonly said?: string;
  /** Whether challenges get to the responder. */
  readonly reached: boolean;
}

const there = { at: 'there', direction: 'there' } as const;

/** Each has an address of its own in both families at the other host, so that all can be looked at in one run. */
export const tunnelRows: readonly TunnelRow[] = [
  { situation: 'nothing between', outcome: 'open', reached: true },
  { situation: 'nothing between, to the address of a device of its own', outcome: 'open', reached: true },
  {
    situation: 'dropped there',
    rule: { ...there, rule: 'drop' },
    outcome: 'filtered',
    reached: false,
  },
  {
    situation: 'rejected there as prohibited by an administrator',
    rule: { ...there, rule: 'reject with icmpx admin-prohibited' },
    outcome: 'prohibited',
    said: 'admin-prohibited',
    reached: false,
  },
  {
    situation: 'dropped by this host on its way in',
    rule: { at: 'here', direction: 'back', rule: 'drop' },
    outcome: 'filtered',
    reached: true,
  },
];

/** The address of a row at the other host, by its number. */
export const rowAddress = (number: number, family: 4 | 6): string =>
  family === 4 ? `10.9.0.${String(20 + number)}` : `fd00:9::${String(20 + number)}`;

/** The devices that are there: none, those of a Calico that runs, and the same switched off. */
export const deviceStates = ['none', 'up', 'down'] as const;
export type DeviceState = (typeof deviceStates)[number];
