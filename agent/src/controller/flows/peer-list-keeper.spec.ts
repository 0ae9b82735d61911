import { absentObject, declareProfile, noClusterObjects, readPeerList } from '@calico-readiness/requirements';
import { silentLog } from '../../foundation/agent-log';
import type { FollowedObjects } from '../report/follow-collection';
import type { KnownNode } from '../report/known-node';
import { readNode } from '../report/known-node';
import type { ReportSummary } from '../report/report-summary';
import { PeerListKeeper } from './peer-list-keeper';
import { StoredInMemory } from '../../../test/stored-in-memory';

const minute = 60_000;

const nodeOf = (name: string): KnownNode =>
  readNode({
    metadata: { name, uid: `uid of ${name}` },
    status: { addresses: [{ type: 'InternalIP', address: '10.0.0.1' }] },
  })!;

function setUp() {
  const [configMaps, secrets] = [new StoredInMemory(), new StoredInMemory()];
  const followed = <T>(entries: readonly (readonly [string, T])[]) => ({ byName: new Map(entries), isComplete: true });
  const nodes = followed<KnownNode>([['a', nodeOf('a')]]);
  const ending = new AbortController();
  const ended: string[] = [];
  const keeper = new PeerListKeeper({
    configMaps,
    secrets,
    prefix: 'p',
    secret: 's',
    nodes: nodes as unknown as FollowedObjects<KnownNode>,
    reports: followed<ReportSummary>([]) as unknown as FollowedObjects<ReportSummary>,
    objects: () => noClusterObjects,
    bgpPeers: { list: absentObject, readAgain: () => Promise.resolve() },
    during: (_, work) => work(),
    ended: (outcome) => ended.push(outcome),
    log: silentLog,
    random: () => 0,
    signal: ending.signal,
  });
  const running = keeper.run();
  const names = () =>
    readPeerList([String(configMaps.objects.get('p-0')?.data['peers'])]).peers.map(({ name }) => name);
  const stop = async (): Promise<void> => {
    ending.abort();
    await vi.advanceTimersByTimeAsync(0);
    await running;
  };
  return { keeper, nodes, configMaps, secrets, ended, names, stop };
}

describe('the keeper of the list of peers', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const profile = declareProfile({}, '');

  it('writes nothing before everything is known, and then at once, with a key', async () => {
    const { keeper, configMaps, secrets, names, stop } = setUp();
    await pass(minute);
    expect(configMaps.calls).toEqual([]);
    keeper.takeProfile(profile);
    await pass(2_000);
    expect(names()).toEqual(['a']);
    expect(secrets.objects.has('s')).toBe(true);
    await stop();
  });

  it('writes a node that comes or leaves, at most once in five minutes', async () => {
    const { keeper, nodes, names, stop } = setUp();
    keeper.takeProfile(profile);
    await pass(2_000);
    nodes.byName.set('b', nodeOf('b'));
    await pass(4 * minute);
    expect(names()).toEqual(['a']);
    await pass(minute);
    expect(names()).toEqual(['a', 'b']);
    nodes.byName.delete('a');
    await pass(5 * minute);
    expect(names()).toEqual(['b']);
    await stop();
  });

  it('goes on when the API refuses, and does not write the list more often where only the key is refused', async () => {
    const { keeper, configMaps, secrets, ended, nodes, names, stop } = setUp();
    secrets.create = () => Promise.reject(new Error('forbidden'));
    keeper.takeProfile(profile);
    await pass(2_000);
    nodes.byName.set('b', nodeOf('b'));
    await pass(4 * minute);
    expect(ended).toContain('failure');
    expect(names()).toEqual(['a']);
    configMaps.change = () => Promise.reject(new Error('forbidden'));
    await pass(3 * minute);
    expect(names()).toEqual(['a']);
    Reflect.deleteProperty(configMaps, 'change');
    await pass(2 * minute);
    expect(names()).toEqual(['a', 'b']);
    await stop();
  });
});
