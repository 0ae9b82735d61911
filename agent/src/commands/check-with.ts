import { HostRootError } from '../host/host-root';
import { observeHost } from '../observation/observe-host';
import { oneLine } from '../foundation/untrusted-text';
import { loadPredictionPrinter } from '../print/prediction-printers';
import { whyStillManaged } from '../print/reasons-beyond-findings';
import type { PrintStyle } from '../print/printable-report';
import type { Change } from '../prediction/change';
import { together } from '../prediction/change';
import { predictHost } from '../prediction/predict-host';
import { ChangeError, readChange } from '../prediction/read-change';
import type { CheckOptions, CheckResult } from './check';
import { printableReport } from './check';
import { exitStatusOf, UsageError } from './exit-status';

const longestLine = 200;

/**
 * Judges one host now and at the next boot with the changes laid over it, in the order of `paths`; the exit status is that
 * of the prediction. Throws UsageError for a change or a host root that cannot be used, and for a format that has no place
 * for a prediction.
 */
export async function checkWith(
  { output, ...options }: CheckOptions,
  paths: readonly string[],
  style: PrintStyle,
): Promise<CheckResult> {
  const print = await loadPredictionPrinter(output);
  if (print === undefined)
    throw new UsageError(`option '--with <path>' prints table, json or yaml, and not ${output}.`);
  const change = together(paths.map(read));
  try {
    const now = await observeHost(options);
    const { observation, leftOut } = await predictHost(options, change);
    const text = print(
      {
        change: paths.map((path) => oneLine(path, longestLine)),
        now: printableReport(now),
        predicted: printableReport(observation),
        whyStillManaged: whyStillManaged(observation.facts),
        leftOut: leftOut.map(({ what, why }) => ({ what: oneLine(what, longestLine), why: oneLine(why, longestLine) })),
      },
      style,
    );
    return { text, exitStatus: exitStatusOf(observation.verdict) };
  } catch (error) {
    if (error instanceof HostRootError) throw new UsageError(`option '--host-root <directory>': ${error.message}`);
    throw error;
  }
}

function read(path: string): Change {
  try {
    return readChange(path);
  } catch (error) {
    if (error instanceof ChangeError || error instanceof HostRootError)
      throw new UsageError(`option '--with <path>': ${error.message}`);
    throw error;
  }
}
