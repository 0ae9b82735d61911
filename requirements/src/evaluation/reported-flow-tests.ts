import type { FailingFlowPeer, FlowTests } from '../model/traffic/flow-tests';

/** Most failing peers that one report names: of four flows with ten each, which is what a node has that is cut off. */
export const mostNamedPeers = 40;

/**
 * The same tests with at most so many failing peers of all flows together, shared fairly: no flow has two more than another
 * that has more to tell. Proven ones are kept first, because they alone make a failure. At least one of each flow is kept.
 */
export function fewFailingPeers(tests: FlowTests, most: number): FlowTests {
  const shares = fairShares(
    tests.flows.map(({ failing }) => failing.length),
    most,
  );
  if (tests.flows.every(({ failing }, index) => failing.length === shares[index])) return tests;
  return {
    ...tests,
    flows: tests.flows.map((flow, index) => ({ ...flow, failing: provenFirst(flow.failing).slice(0, shares[index]) })),
  };
}

function fairShares(wanted: readonly number[], most: number): readonly number[] {
  const shares = wanted.map((count) => Math.min(count, 1));
  let left = most - shares.reduce((sum, share) => sum + share, 0);
  for (let round = 2; left > 0 && wanted.some((count) => count >= round); round += 1)
    for (const [index, count] of wanted.entries())
      if (left > 0 && count >= round) {
        shares[index] = round;
        left -= 1;
      }
  return shares;
}

const provenFirst = (peers: readonly FailingFlowPeer[]): readonly FailingFlowPeer[] => [
  ...peers.filter(({ proven }) => proven),
  ...peers.filter(({ proven }) => !proven),
];
