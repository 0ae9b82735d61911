import { silentLog } from '../foundation/agent-log';
import { keepWatching } from './keep-watching';
import type { ReportApi } from './report-api';

describe('keepWatching', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells once of an outage that begins with the end of a young watch, and of the next one', async () => {
    const ending = new AbortController();
    const warnings: string[] = [];
    let reads = 0;
    /** Both watches end as soon as they begin; five reads fail between them, and all after. */
    const read = (): Promise<undefined> => {
      reads += 1;
      return reads === 1 || reads === 7 ? Promise.resolve(undefined) : Promise.reject(new Error('refused'));
    };
    const watching = keepWatching({
      api: { watch: () => Promise.resolve() } as unknown as ReportApi,
      kind: 'NodeReport',
      name: 'worker-1',
      read,
      changed: () => undefined,
      log: { ...silentLog, warn: (_fields, message) => warnings.push(message) },
      random: () => 0.05,
      signal: ending.signal,
    });
    const inMinutes = async (minutes: number): Promise<readonly string[]> => {
      await vi.advanceTimersByTimeAsync(minutes * 60_000);
      return warnings;
    };

    expect(await inMinutes(0.2)).toEqual(['Cannot watch the NodeReport; trying again']);
    expect(await inMinutes(60)).toHaveLength(2);
    ending.abort();
    await watching;
  });

  it.each([
    ['its time', 1800, 500, 'within a second'],
    ['less than its time', 300, 30_500, 'within a minute'],
  ])('begins a watch that lasted %s anew %4$s', async (_what, lasts, delay) => {
    const ending = new AbortController();
    const begun: number[] = [];
    const watch: ReportApi['watch'] = async () => {
      begun.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, lasts * 1000));
    };
    const watching = keepWatching({
      api: { watch } as unknown as ReportApi,
      kind: 'NodeReport',
      name: 'worker-1',
      read: () => Promise.resolve(undefined),
      changed: () => undefined,
      log: silentLog,
      random: () => 0.5,
      signal: ending.signal,
    });
    await vi.advanceTimersByTimeAsync((lasts + 60) * 1000);
    ending.abort();
    await vi.advanceTimersByTimeAsync(lasts * 1000);
    await watching;

    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBe(lasts * 1000 + delay);
  });
});
