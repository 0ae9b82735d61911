import type { PrintablePrediction } from './printable-prediction';
import type { OutputFormat } from './printers';
import type { PrintStyle } from './printable-report';

/** Lays a prediction out as text that ends in a line feed. Pure. */
export type PredictionPrinter = (prediction: PrintablePrediction, style: PrintStyle) => string;

/** Loads the printer of an output format for predictions; undefined for one that has no place to tell a prediction from an observation. */
export async function loadPredictionPrinter(format: OutputFormat): Promise<PredictionPrinter | undefined> {
  switch (format) {
    case 'table':
      return (await import('./prediction-table')).printPredictionTable;
    case 'json': {
      const { predictionDocument } = await import('./prediction-document');
      return (prediction) => `${JSON.stringify(predictionDocument(prediction), null, 2)}\n`;
    }
    case 'yaml': {
      const [{ predictionDocument }, { stringify }] = await Promise.all([
        import('./prediction-document'),
        import('yaml'),
      ]);
      return (prediction) =>
        stringify(predictionDocument(prediction), { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
    }
    case 'csv':
    case 'markdown':
    case 'junit':
      return undefined;
    default:
      return format satisfies never;
  }
}
