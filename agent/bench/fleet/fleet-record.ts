import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thisMachine } from '../machine';
import type { FleetFigures, FleetRecord } from './fleet-figures';

const directory = path.join(import.meta.dirname, 'figures');

/** Keeps figures in the place of earlier ones of a fleet of that size. */
export function keepFleet(figures: FleetFigures): void {
  const record: FleetRecord = { day: new Date().toISOString().slice(0, 10), machine: thisMachine(), ...figures };
  const file = path.join(directory, `${String(figures.nodes)}.json`);
  writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
}

/** All figures that are kept, the smallest fleet first. */
export const keptFleets = (): readonly FleetRecord[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(directory, name), 'utf8')) as FleetRecord)
    .sort((left, right) => left.nodes - right.nodes);
