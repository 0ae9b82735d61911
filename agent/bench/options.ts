import { parseArgs } from 'node:util';

/** The parts of the bench, in their order. */
export const partNames = ['check', 'observation', 'sockets', 'probes', 'agent', 'flows', 'api', 'evaluation'] as const;

export type PartName = (typeof partNames)[number];

/** Under which name figures are kept: those of before a change, and those of after it. */
export const recordNames = ['before', 'after'] as const;

export type RecordName = (typeof recordNames)[number];

export interface BenchOptions {
  readonly parts: readonly PartName[];
  /** How long an agent is watched. */
  readonly minutes: number;
  readonly record?: RecordName;
}

/** A short look at everything but an ill API and tests of flows, which need their time. */
const short = { parts: partNames.filter((name) => name !== 'api' && name !== 'flows'), minutes: 2 };
/** Ten minutes of an agent, with and without an API that is ill. */
const steady = { parts: ['agent', 'api'] as const, minutes: 10 };

/** Reads `--steady`, `--only <parts>`, `--minutes <number>` and `--record before|after`. Throws an error for people. */
export function benchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      steady: { type: 'boolean', default: false },
      only: { type: 'string' },
      minutes: { type: 'string' },
      record: { type: 'string' },
    },
  });
  const usual = values.steady ? steady : short;
  const minutes = values.minutes === undefined ? usual.minutes : Number(values.minutes);
  if (!(minutes >= 1 && minutes <= 24 * 60)) throw new Error('--minutes is a number from 1 to 1440');
  return {
    parts: values.only === undefined ? usual.parts : values.only.split(',').map((name) => oneOf(partNames, name)),
    minutes,
    ...(values.record !== undefined && { record: oneOf(recordNames, values.record) }),
  };
}

function oneOf<Name extends string>(names: readonly Name[], word: string): Name {
  const found = names.find((name) => name === word);
  if (found === undefined) throw new Error(`${word} is none of ${names.join(', ')}`);
  return found;
}
