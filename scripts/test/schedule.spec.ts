import { type Observer, runAll } from './schedule';
import { oneTest, type Step } from './step';

/** Runs steps that end when they are told to, and notes what happens. */
function trial(steps: readonly Pick<Step, 'name' | 'after'>[], atOnce: number) {
  const events: string[] = [];
  const endings = new Map<string, (passed: boolean) => void>();
  const observer: Observer = {
    started: ({ name }) => events.push(`${name} started`),
    ended: ({ name }, { failed }, log) => events.push(`${name} ${failed === 0 ? 'passed' : 'failed'}: ${log}`),
  };
  const results = runAll(
    steps.map((step) => ({
      ...step,
      run: async (log) => {
        log(`first of ${step.name}, `);
        const passed = await new Promise<boolean>((resolve) => endings.set(step.name, resolve));
        log('last');
        return oneTest(passed);
      },
    })),
    atOnce,
    (step, log) => step.run(log),
    observer,
  );
  const end = async (name: string, passed = true): Promise<void> => {
    endings.get(name)?.(passed);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { events, end, results };
}

test('as many steps as allowed run at once, and the log of each comes whole when it ends', async () => {
  const { events, end, results } = trial([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
  expect(events).toEqual(['a started', 'b started']);
  await end('b');
  expect(events.slice(2)).toEqual(['b passed: first of b, last', 'c started']);
  await end('c');
  await end('a');
  expect(events.slice(4)).toEqual(['c passed: first of c, last', 'a passed: first of a, last']);
  expect(await results).toHaveLength(3);
});

test('a step waits for the one before it, and lets another go first', async () => {
  const { events, end, results } = trial([{ name: 'build' }, { name: 'browser', after: 'build' }, { name: 'unit' }], 2);
  expect(events).toEqual(['build started', 'unit started']);
  await end('build', false);
  expect(events.at(-1)).toBe('browser started');
  await end('browser');
  await end('unit');
  expect((await results).map(({ failed }) => failed)).toEqual([1, 0, 0]);
});

test('one at a time keeps the order', async () => {
  const { events, end, results } = trial([{ name: 'a' }, { name: 'b', after: 'a' }], 1);
  expect(events).toEqual(['a started']);
  await end('a');
  await end('b');
  expect(events.map((event) => event.split(' ')[0])).toEqual(['a', 'a', 'b', 'b']);
  await results;
});

test('a step that throws has failed, says why, and keeps no other from running', async () => {
  const logs: string[] = [];
  const steps: Step[] = ['broken', 'sound'].map((name) => ({
    name,
    run: () => (name === 'broken' ? Promise.reject(new Error('no report')) : Promise.resolve(oneTest(true))),
  }));
  const results = await runAll(steps, 1, (step, log) => step.run(log), {
    started: () => undefined,
    ended: (_step, _result, log) => logs.push(log),
  });
  expect(results).toEqual([{ ...oneTest(false), failures: ['broken'] }, oneTest(true)]);
  expect(logs[0]).toContain('no report');
});

test('a step that waits for one that is not listed before it is an error', async () => {
  await expect(trial([{ name: 'browser', after: 'build' }], 1).results).rejects.toThrow(/not listed before/);
});
