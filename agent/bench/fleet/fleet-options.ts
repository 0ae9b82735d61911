import { parseArgs } from 'node:util';

export interface FleetOptions {
  readonly nodes: number;
  /** Of steady state. */
  readonly minutes: number;
  /** Seconds over which the agents begin. */
  readonly begin: number;
  /** Seconds for which the API server is away, each time. */
  readonly outages: readonly number[];
  /** Whether the figures are kept for docs/sizing.md. */
  readonly record: boolean;
}

/** Reads the words behind `npm run bench:fleet --`. Throws an error for people. */
export function fleetOptions(words: readonly string[]): FleetOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      nodes: { type: 'string', default: '5000' },
      minutes: { type: 'string', default: '10' },
      begin: { type: 'string', default: '60' },
      outages: { type: 'string', default: '5,60' },
      record: { type: 'boolean', default: false },
    },
  });
  const number = (name: string, text: string): number => {
    const value = Number(text);
    if (text === '' || !(value >= 0)) throw new Error(`--${name}: ${text} is no number from 0 on`);
    return value;
  };
  return {
    nodes: number('nodes', values.nodes),
    minutes: number('minutes', values.minutes),
    begin: number('begin', values.begin),
    outages: values.outages.split(',').map((text) => number('outages', text)),
    record: values.record,
  };
}
