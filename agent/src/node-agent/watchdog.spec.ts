import { Watchdog } from './watchdog';

describe('the watchdog', () => {
  let watchdog: Watchdog;
  let overdue: string | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    overdue = undefined;
    watchdog = new Watchdog(300);
    watchdog.overdue.catch((error: unknown) => {
      overdue ??= String(error);
    });
  });
  afterEach(() => {
    watchdog.end();
    vi.useRealTimers();
  });
  const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('tells what is late by the limit', async () => {
    watchdog.expect('A thing');
    await pass(300);
    expect(overdue).toBeUndefined();
    await pass(30);
    expect(overdue).toBe('OverdueError: A thing is overdue for more than 300 seconds');
  });

  it('counts from when it is due', async () => {
    watchdog.expect('A thing', 600);
    await pass(900);
    expect(overdue).toBeUndefined();
    await pass(30);
    expect(overdue).toBeDefined();
  });

  it('is content with what is done, and with what is expected anew', async () => {
    const work = watchdog.during('A thing', () => new Promise((resolve) => setTimeout(resolve, 250_000)));
    watchdog.expect('Another');
    await pass(250);
    await work;
    watchdog.expect('Another');
    await pass(250);
    expect(overdue).toBeUndefined();
  });

  it('does not take a process for late that was halted for an hour', async () => {
    watchdog.expect('A thing');
    await pass(30);
    // The clock moves, and no timer comes: when the process goes on, a timer has one tick to make up for, not all.
    vi.setSystemTime(Date.now() + 3_600_000);
    await pass(30);
    expect(overdue).toBeUndefined();
  });

  it('keeps no process alive and is silent after its end', async () => {
    watchdog.expect('A thing');
    watchdog.end();
    await pass(3600);
    expect(overdue).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
