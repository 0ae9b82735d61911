import { commandStep } from './command-step';
import { playwrightStep } from './playwright-step';
import type { Step } from './step';
import { referenceProgramsStep, vitestStep } from './vitest-step';

/** Everything `npm test` runs, in this order; a failing step does not keep the later ones from running. */
const steps: readonly Step[] = [
  commandStep('lint', 'npm', 'run', '--silent', 'lint'),
  commandStep('types', 'npm', 'run', '--silent', 'typecheck'),
  commandStep('translations are up to date', 'npm', 'run', '--silent', 'i18n', '--', '--check'),
  commandStep('build', 'npm', 'run', '--silent', 'build'),
  vitestStep,
  referenceProgramsStep,
  playwrightStep,
];

let passed = 0;
let failed = 0;
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const result = step.run();
  passed += result.passed;
  failed += result.failed + result.skipped;
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped (counted as failed)` : '';
  console.log(
    `== ${step.name}: ${result.passed} passed, ${result.failed} failed${skipped} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
