import { apiStatus } from '../../console/api-status';
import { patchJson } from '../../console/write-json';
import { nodeReportKind, objectUrl } from '../../k8s/models';
import type { ReadReport } from '../../k8s/read-node-report';
import { fetchWholeReports } from '../../lists/whole-reports';
import type { Pair, PairState } from './pair-test';

const atOnce = 5;
/** Milliseconds between two looks for answers; the first comes sooner. */
const [firstLook, nextLook] = [1_000, 3_000];
/** Agents make a visit within two minutes even where each is blocked. */
export const longestWait = 5 * 60_000;

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Asks the agents of nodes to test pairs (`spec.flowTest` of their reports), and looks for the answers until all are there
 * or the time is over; `tell` hears of each pair. Never rejects.
 */
export async function askFlowTests(
  pairs: readonly Pair[],
  tell: (pair: Pair, state: PairState) => void,
  signal: AbortSignal,
): Promise<void> {
  const bySource = new Map<string, Pair[]>();
  for (const pair of pairs) bySource.set(pair.from, [...(bySource.get(pair.from) ?? []), pair]);
  const requestedAt = new Date().toISOString();
  const open = new Map<string, readonly Pair[]>();
  const rest = [...bySource];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined && !signal.aborted; next = rest.shift()) {
      const [node, ofNode] = next;
      const state = await request(node, { requestedAt, peers: ofNode.map(({ to }) => to) });
      if (state.is === 'waiting') open.set(node, ofNode);
      for (const pair of ofNode) tell(pair, state);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const until = Date.now() + longestWait;
  for (let look = firstLook; open.size > 0 && !signal.aborted && Date.now() < until; look = nextLook) {
    await pause(look, signal);
    if (signal.aborted) return;
    for (const [node, report] of await reportsOf([...open.keys()]))
      if (isDone(report, requestedAt, open.get(node) ?? [], tell)) open.delete(node);
  }
  for (const pair of [...open.values()].flat()) tell(pair, { is: 'unanswered' });
}

async function request(node: string, flowTest: object): Promise<PairState> {
  try {
    // What else may stand there is a request that the agent has taken already.
    await patchJson(objectUrl(nodeReportKind, node), [{ op: 'add', path: '/spec', value: { flowTest } }]);
    return { is: 'waiting' };
  } catch (error) {
    const { code, message } = apiStatus(error);
    return { is: 'refused', code, message };
  }
}

/** An API that is away for a while keeps nobody from looking again. */
const reportsOf = (nodes: readonly string[]): Promise<ReadonlyMap<string, ReadReport>> =>
  fetchWholeReports(nodes).catch(() => new Map<string, ReadReport>());

/** Tells what the report says of pairs; whether there is nothing more to wait for. */
function isDone(
  { flowTest }: ReadReport,
  requestedAt: string,
  pairs: readonly Pair[],
  tell: (pair: Pair, state: PairState) => void,
): boolean {
  if (flowTest === undefined || flowTest.requestedAt < requestedAt) return false;
  const isOurs = flowTest.requestedAt === requestedAt;
  let isAll = true;
  for (const pair of pairs) {
    const answer = flowTest.peers.find(({ peer }) => peer === pair.to);
    if (!isOurs) tell(pair, { is: 'replaced' });
    else if (answer === undefined || answer.state === 'waiting') isAll = false;
    else tell(pair, { is: 'answered', answer });
  }
  return isAll;
}
