import type { Log, Step, StepResult } from './step';

/** What happens while steps run; their logs arrive whole, when they end. */
export interface Observer {
  started(step: Step): void;
  ended(step: Step, result: StepResult, log: string, seconds: number): void;
}

/**
 * Runs steps in their order, so many at once; one that has to wait for another lets the next go first. A failing step
 * keeps no other from running. Throws when a step waits for one that is not in the list before it.
 */
export async function runAll(
  steps: readonly Step[],
  atOnce: number,
  run: (step: Step, log: Log) => Promise<StepResult>,
  observer: Observer,
): Promise<readonly StepResult[]> {
  for (const [index, { name, after }] of steps.entries()) {
    if (after !== undefined && !steps.slice(0, index).some((step) => step.name === after))
      throw new Error(`The step ${name} is to run after ${after}, which is not listed before it.`);
  }
  const waiting = [...steps];
  const results = new Map<string, StepResult>();
  const running = new Map<string, Promise<void>>();
  const start = async (step: Step): Promise<void> => {
    const started = Date.now();
    const texts: string[] = [];
    observer.started(step);
    const result = await run(step, (text) => texts.push(text)).catch((error: unknown) => {
      texts.push(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return { passed: 0, failed: 1, notRun: 0, failures: [step.name] };
    });
    results.set(step.name, result);
    running.delete(step.name);
    observer.ended(step, result, texts.join(''), (Date.now() - started) / 1000);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find(({ after }) => after === undefined || results.has(after));
    if (next !== undefined && running.size < atOnce) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next.name, start(next));
    } else await Promise.race(running.values());
  }
  return steps.map(({ name }) => results.get(name)).filter((result) => result !== undefined);
}
