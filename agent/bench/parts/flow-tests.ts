import type { Measured } from '../figures';
import { megabytes } from '../figures';
import type { World } from '../world/world';
import { watchAgent } from './watched-agent';

/**
 * An agent that tests the flows to 5,000 peers, beside one that tests none at the same time: BGP half-open, and Typha by
 * connecting. All addresses of the list are the node's own, so that each test is answered at once; what silence costs is
 * waiting alone.
 */
export async function measureFlowTests(world: World, minutes: number): Promise<Measured> {
  world.run(['ip', 'route', 'add', 'local', '10.0.0.0/8', 'dev', 'lo']);
  const [without, testing] = await Promise.all([
    watchAgent(world, minutes, { nodeName: 'without-flows' }),
    watchAgent(world, minutes, { nodeName: 'node-0', peers: 5_000 }),
  ]);
  return {
    figures: {
      flowsWithoutCpu: without.cpu,
      flowsCpu: testing.cpu,
      flowsWithoutResident: megabytes(without.memory.resident),
      flowsResident: megabytes(testing.memory.resident),
      flowsPeak: megabytes(testing.memory.peak),
    },
  };
}
