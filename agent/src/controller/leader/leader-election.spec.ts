import { ApiError } from '../../cluster/api-error';
import { silentLog } from '../../foundation/agent-log';
import type { Lease, LeaseApi } from './lease';
import { LeaderElection } from './leader-election';
import { electionTimes } from './observed-lease';

/** A Lease in memory, with versions as the API keeps them. */
class FakeLease implements LeaseApi {
  lease: Lease | undefined;
  isAway = false;
  private version = 0;

  read = (): Promise<Lease | undefined> => this.answer(() => this.lease);
  create = (spec: Lease['spec']): Promise<Lease> => this.answer(() => this.store(spec));
  replace = ({ metadata, spec }: Lease): Promise<Lease> =>
    this.answer(() => {
      if (metadata.resourceVersion !== this.lease?.metadata.resourceVersion) throw new ApiError(409, 'conflict');
      return this.store(spec);
    });

  private store(spec: Lease['spec']): Lease {
    const metadata = { name: 'l', namespace: 'n', resourceVersion: String(++this.version) };
    return (this.lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec });
  }

  private answer<T>(work: () => T): Promise<T> {
    if (this.isAway) return Promise.reject(new Error('connection refused'));
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }
}

describe('an election', () => {
  const times = electionTimes(0.6);
  let api: FakeLease;
  let leaders: string[];
  const ending = new Map<string, AbortController>();
  const runs: Promise<void>[] = [];
  const untilAborted = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  const run = (identity: string, work = untilAborted): Promise<void> => {
    const { signal } = ending.set(identity, new AbortController()).get(identity)!;
    const leads = (isLeader: boolean): void => {
      leaders = leaders.filter((leader) => leader !== identity);
      if (isLeader) leaders.push(identity);
    };
    const election = new LeaderElection({ api, identity, times, leads, log: silentLog, random: () => 0, signal });
    const running = election.run(work);
    runs.push(running.catch(() => undefined));
    return running;
  };
  const until = (expected: readonly string[]): Promise<void> =>
    vi.waitFor(() => expect(leaders).toEqual(expected), { timeout: 5000, interval: 10 });
  const aWhile = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  beforeEach(() => {
    api = new FakeLease();
    leaders = [];
  });
  afterEach(async () => {
    for (const controller of ending.values()) controller.abort();
    await Promise.all(runs.splice(0));
    ending.clear();
  });

  it('has one leader, who keeps the time at which he became it', async () => {
    void run('a');
    await until(['a']);
    const { acquireTime } = api.lease!.spec;
    void run('b');
    await aWhile(1000);

    expect(leaders).toEqual(['a']);
    expect(api.lease?.spec).toMatchObject({ holderIdentity: 'a', acquireTime, leaseTransitions: 0 });
    expect(api.lease?.spec.renewTime).not.toBe(acquireTime);
  });

  it('gives the lease back in the end, so that another need not wait for its time', async () => {
    void run('a');
    await until(['a']);
    ending.get('a')?.abort();
    await vi.waitFor(() => expect(api.lease?.spec.holderIdentity).toBe(''));
    void run('b');
    await until(['b']);

    expect(api.lease?.spec).toMatchObject({ holderIdentity: 'b', leaseTransitions: 1 });
  });

  it('ends the work when the lease could not be renewed, before another may lead, and begins anew', async () => {
    let begun = 0;
    void run('a', (signal) => {
      begun += 1;
      return untilAborted(signal);
    });
    await until(['a']);
    api.isAway = true;
    const away = performance.now();
    await until([]);
    expect(performance.now() - away).toBeLessThan(times.lease * 1000);
    api.isAway = false;
    await until(['a']);

    expect(begun).toBe(2);
  });

  it('ends the work when another holds the lease', async () => {
    void run('a');
    await until(['a']);
    await api.replace({ ...api.lease!, spec: { holderIdentity: 'b', leaseDurationSeconds: 60 } });
    await until([]);
  });

  it('takes a lease over that nobody was seen to renew, whatever time it shows', async () => {
    const renewTime = '2099-01-01T00:00:00.000000Z';
    await api.create({ holderIdentity: 'gone', leaseDurationSeconds: 1, renewTime, leaseTransitions: 4 });
    const began = performance.now();
    void run('a');
    await until(['a']);

    expect(performance.now() - began).toBeGreaterThan(900);
    expect(api.lease?.spec.leaseTransitions).toBe(5);
  });

  it('tells of work that fails', async () => {
    await expect(run('a', () => Promise.reject(new TypeError('a defect')))).rejects.toThrow('a defect');
  });
});
