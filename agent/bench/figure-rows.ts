import type { FigureKind, FigureName, Figures } from './figures';
import { figureKinds, figureNames } from './figures';

/** One figure as people read it. */
export interface FigureRow {
  readonly title: string;
  readonly value: string;
  /** How many times the CPU time of the yardstick that is; empty for what is no CPU time. */
  readonly ratio: string;
  readonly target: string;
  readonly met: '' | 'met' | 'not met';
}

/** The figures that there are, in their order. */
export const figureRows = (figures: Figures): readonly FigureRow[] =>
  figureNames.filter((name) => figures[name] !== undefined).map((name) => figureRow(name, figures));

/** One figure; without a value where it was not measured. */
export function figureRow(name: FigureName, figures: Figures): FigureRow {
  const { title, unit, target }: FigureKind = figureKinds[name];
  const [value, yardstick] = [figures[name], figures.bareNode];
  return {
    title,
    value: value === undefined ? '' : withUnit(value, unit),
    ratio: value === undefined || yardstick === undefined || unit !== 'ms' ? '' : `${(value / yardstick).toFixed(1)} ×`,
    target: target === undefined ? '' : `≤ ${withUnit(target, unit)}`,
    met: value === undefined || target === undefined ? '' : value <= target ? 'met' : 'not met',
  };
}

function withUnit(value: number, unit: FigureKind['unit']): string {
  const digits = unit === 'MB' || (unit === 'ms' && value < 100) ? 1 : 0;
  const number = value.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === 'calls' || unit === 'observations' ? number : `${number} ${unit}`;
}
