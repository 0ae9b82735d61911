import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from './figures';
import type { Machine } from './machine';
import { programDigest, thisMachine } from './machine';
import type { RecordName } from './options';

/** Figures as they are kept in the repository, and what they are of. */
export interface FigureRecord extends Omit<Measured, 'notMeasured'> {
  readonly day: string;
  readonly machine: Machine;
  readonly program: string;
  /** What a reader has to know of how the figures came about: sentences, written by hand. */
  readonly remarks?: readonly string[];
}

const fileOf = (name: RecordName): string => path.join(import.meta.dirname, 'figures', `${name}.json`);

/** The figures that are kept under a name; undefined where none are. */
export const readRecord = (name: RecordName): FigureRecord | undefined =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as FigureRecord) : undefined;

/** Keeps what was measured, beside what was measured before of the same program on the same machine. */
export function writeRecord(name: RecordName, measured: Measured): void {
  const origin = { machine: thisMachine(), program: programDigest() };
  const record = merged(readRecord(name), { ...origin, day: new Date().toISOString().slice(0, 10) }, measured);
  writeFileSync(fileOf(name), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** Old and new figures in one, unless they are of different programs or machines; the new ones count. */
export function merged(
  old: FigureRecord | undefined,
  origin: Pick<FigureRecord, 'day' | 'machine' | 'program'>,
  { figures, calls, probes, memory }: Measured,
): FigureRecord {
  const isSame =
    old !== undefined &&
    old.program === origin.program &&
    JSON.stringify(old.machine) === JSON.stringify(origin.machine);
  return {
    ...(isSame && old),
    ...origin,
    figures: { ...(isSame && old.figures), ...rounded(figures) },
    ...(calls && { calls }),
    ...(probes && { probes }),
    ...(memory && { memory }),
  };
}

const rounded = (figures: Measured['figures']): Measured['figures'] =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
