import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thisMachine } from '../../agent/bench/machine';
import type { ConsoleFigures, ConsoleRecord, SettingFigures } from './figures';

const directory = path.join(import.meta.dirname, 'figures');

/** Keeps figures in the place of earlier ones of a fleet of that size in that console. */
export function keepFigures(setting: SettingFigures, browser: string): void {
  const origin = { day: new Date().toISOString().slice(0, 10), machine: thisMachine(), browser };
  const record: ConsoleRecord = { ...origin, ...setting, figures: rounded(setting.figures) };
  const file = path.join(directory, `${setting.isReal ? 'real-' : ''}${setting.console}-${String(setting.nodes)}.json`);
  writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
}

const rounded = (figures: ConsoleFigures): ConsoleFigures =>
  JSON.parse(JSON.stringify(figures), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  ) as ConsoleFigures;

/** All figures that are kept: the smallest fleet first, of each the newest console first, and its real one before it. */
export const keptFigures = (): readonly ConsoleRecord[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(directory, name), 'utf8')) as ConsoleRecord)
    .sort(
      (one, other) =>
        one.nodes - other.nodes ||
        other.console.localeCompare(one.console, 'en', { numeric: true }) ||
        Number(other.isReal) - Number(one.isReal),
    );
