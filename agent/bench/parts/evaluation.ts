import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Measured } from '../figures';

const script = path.join(import.meta.dirname, '../../../requirements/bench/evaluate-fleet.ts');

/** How long the judging of a fleet takes, by the requirements' own bench, whose lines are shown as they are. */
export function measureEvaluation(): Measured {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  const evaluation = Number(/^from facts: (\d+) ms/m.exec(stdout)?.[1] ?? NaN);
  if (status === 0 && !Number.isNaN(evaluation)) return { figures: { evaluation } };
  return {
    figures: {},
    notMeasured: [`evaluation: ${script} ended with status ${String(status)}, or tells no "from facts: … ms"`],
  };
}
