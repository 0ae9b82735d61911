import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FlowFigures } from './flow-figures';

const file = path.join(import.meta.dirname, 'figures', 'flows.json');

/** Keeps figures in the place of earlier ones. */
export function keepFigures(figures: FlowFigures): void {
  writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** The figures that are kept. */
export const keptFigures = (): FlowFigures => JSON.parse(readFileSync(file, 'utf8')) as FlowFigures;
