import { ApiError } from '../../cluster/api-error';
import { silentLog } from '../../foundation/agent-log';
import type { FollowedObjects } from '../report/follow-collection';
import type { KnownNode } from '../report/known-node';
import type { ReportSummary } from '../report/report-summary';
import type { HeldNode, NodeConditionApi } from './node-condition-api';
import { NodeConditions } from './node-conditions';

const report: ReportSummary = {
  nodeUid: undefined,
  observedAt: Date.now(),
  reportIntervalSeconds: 900,
  verdict: 'Ready',
  connectivity: 'NotVerified',
  verdicts: [],
  causes: [],
};

/** So many Nodes with current reports, and an API that holds nothing yet and refuses what `refuse` says. */
function fleetOf(
  count: number,
  refuse: (name: string, attempt: number) => number | undefined = () => undefined,
  verdictOf: (name: string) => ReportSummary['verdict'] = () => 'Ready',
) {
  const names = Array.from({ length: count }, (_, index) => `n-${String(index)}`);
  const writes: { readonly name: string; readonly at: number }[] = [];
  const attempts = new Map<string, number>();
  let [atOnce, mostAtOnce] = [0, 0];
  const api: NodeConditionApi = {
    list: () => Promise.resolve(new Map<string, HeldNode>()),
    write: async (name) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce -= 1;
      const attempt = (attempts.get(name) ?? 0) + 1;
      attempts.set(name, attempt);
      const status = refuse(name, attempt);
      if (status !== undefined) throw new ApiError(status, 'refused');
      writes.push({ name, at: performance.now() });
    },
  };
  const complete = <T>(byName: ReadonlyMap<string, T>) =>
    ({ byName, isComplete: true }) as unknown as FollowedObjects<T>;
  const ending = new AbortController();
  const conditions = new NodeConditions({
    api,
    nodes: complete<KnownNode>(new Map(names.map((name) => [name, { uid: `uid-${name}` }]))),
    reports: complete(new Map(names.map((name) => [name, { ...report, verdict: verdictOf(name) }]))),
    during: (_what, work) => work(),
    ended: () => undefined,
    log: silentLog,
    random: () => 0,
    signal: ending.signal,
    gap: 20,
  });
  const until = async (written: number): Promise<void> => {
    conditions.takeWaivers(undefined);
    const running = conditions.run();
    while (writes.length < written) await new Promise((resolve) => setTimeout(resolve, 5));
    ending.abort();
    await running;
  };
  return { names, writes, attempts, until, mostAtOnce: () => mostAtOnce };
}

describe('conditions of many Nodes', () => {
  it('are written one after the other, with a pause between them', async () => {
    const fleet = fleetOf(12);
    await fleet.until(12);
    const gaps = fleet.writes.slice(1).map(({ at }, index) => at - fleet.writes[index]!.at);

    expect(fleet.writes.map(({ name }) => name)).toEqual(fleet.names);
    expect(fleet.mostAtOnce()).toBe(1);
    expect(Math.min(...gaps)).toBeGreaterThan(18);
  });

  it('are written first where a node is not ready, then where that is Unknown', async () => {
    const verdicts: Readonly<Record<string, ReportSummary['verdict']>> = { 'n-1': 'Unknown', 'n-3': 'NotReady' };
    const fleet = fleetOf(4, undefined, (name) => verdicts[name] ?? 'Ready');
    await fleet.until(4);

    expect(fleet.writes.map(({ name }) => name)).toEqual(['n-3', 'n-1', 'n-0', 'n-2']);
  });

  it.each([400, 404, 409, 422])('are written though the API answers %i for one of them', async (status) => {
    const fleet = fleetOf(3, (name) => (name === 'n-0' ? status : undefined));
    await fleet.until(2);

    expect(fleet.writes.map(({ name }) => name)).toEqual(['n-1', 'n-2']);
    expect(fleet.attempts.get('n-0')).toBe(1);
  });

  it.each([403, 429, 503])('wait where the API answers %i, and none is left out', async (status) => {
    const fleet = fleetOf(2, (name, attempt) => (name === 'n-0' && attempt === 1 ? status : undefined));
    await fleet.until(2);

    expect(fleet.writes.map(({ name }) => name)).toEqual(['n-0', 'n-1']);
  });
});
