import { availableParallelism } from 'node:os';
import { playwrightStep } from './playwright-step';
import { prepare } from './prepare';
import { scriptStep } from './run-command';
import { runAll } from './schedule';
import type { Step } from './step';
import { countLine, summarize } from './summary';
import { kubernetesApiStep, referenceProgramsStep, vitestStep } from './vitest-step';

/** Everything `npm test` runs; the long steps first, so that the short ones fill what is left beside them. */
const steps: readonly Step[] = [
  scriptStep('build', 'build'),
  referenceProgramsStep,
  playwrightStep,
  kubernetesApiStep,
  vitestStep,
  scriptStep('types', 'typecheck'),
  scriptStep('lint', 'lint'),
  scriptStep('translations are up to date', 'i18n', '--check'),
];

/** Two processors are busy with two: most steps use one, and the comparison mostly waits for booted machines. */
const atOnce = Math.min(2, availableParallelism());

const isCi = process.env['CI'] === 'true';
const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`;
const begin = Date.now();
const elapsed = (): string => minutes((Date.now() - begin) / 1000);

console.log('== what the tests need beside npm');
const missing = prepare(console.log);
console.log(`== what the tests need beside npm: ${missing.length === 0 ? 'all there' : 'something is missing'}`);

const running = new Set<string>();
/** A long step is silent until it ends; whoever watches sees that it lives. */
const progress = setInterval(() => {
  console.log(`-- ${elapsed()}: ${[...running].join(', ')}`);
}, 60_000);

const results = await runAll(
  steps,
  atOnce,
  (step, log) =>
    missing.some(({ name }) => name === step.needs)
      ? Promise.resolve({ passed: 0, failed: 0, notRun: 1 })
      : step.run(log),
  {
    started: ({ name }) => {
      running.add(name);
      console.log(`-- ${elapsed()}: ${name} begins`);
    },
    ended: ({ name }, result, log, seconds) => {
      running.delete(name);
      console.log(`\n== ${name}\n${log}${countLine(name, result, seconds)}\n`);
    },
  },
);
clearInterval(progress);

const { lines, succeeded } = summarize(results, missing, isCi);
console.log(`All of it took ${elapsed()}\n${lines.join('\n')}`);
process.exitCode = succeeded ? 0 : 1;
