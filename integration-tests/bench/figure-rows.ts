import {
  figureKinds,
  metricUnits,
  targetNodes,
  type ConsoleFigures,
  type FigureKind,
  type Metric,
  type SettingFigures,
  type Target,
} from './figures';

type Measured = Pick<SettingFigures, 'nodes' | 'figures'>;

const measuredHead = ['', 'ours', 'yardstick', 'ratio'] as const;
const targetHead = [...measuredHead, 'target', ''] as const;

/** Targets are set for one size of fleet; against those of another every figure would be met, or none. */
const hasTargets = ({ nodes }: Measured): boolean => nodes === targetNodes;

/** What stands above the rows. */
export const rowHead = (measured: Measured): readonly string[] => (hasTargets(measured) ? targetHead : measuredHead);

/** The figures as people read them, a row of cells each; those that were not measured are left empty. */
export const figureRows = (measured: Measured): readonly (readonly string[])[] =>
  figureKinds.map((kind) => figureRow(kind, measured.figures).slice(0, rowHead(measured).length));

function figureRow({ title, page, metric, target }: FigureKind, figures: ConsoleFigures): readonly string[] {
  const ours = figures[page]?.[metric];
  const yardstick = figures.yardstick?.[metric];
  const ratio = ours === undefined || yardstick === undefined || yardstick === 0 ? undefined : ours / yardstick;
  return [
    title,
    ours === undefined ? '' : withUnit(ours, metric),
    yardstick === undefined ? '' : withUnit(yardstick, metric),
    ratio === undefined ? '' : ratio.toFixed(2),
    target === undefined ? '' : targetText(target, metric),
    verdict(target, ours, ratio),
  ];
}

const targetText = (target: Target, metric: Metric): string =>
  'ratio' in target ? `≤ ${String(target.ratio)} ×` : `≤ ${withUnit(target.most, metric)}`;

function verdict(target: Target | undefined, ours: number | undefined, ratio: number | undefined): string {
  if (target === undefined) return '';
  const value = 'ratio' in target ? ratio : ours;
  if (value === undefined) return 'not measured';
  return value <= ('ratio' in target ? target.ratio : target.most) ? 'met' : 'not met';
}

function withUnit(value: number, metric: Metric): string {
  const unit = metricUnits[metric];
  const digits = unit === 'ms' ? 0 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`;
}
