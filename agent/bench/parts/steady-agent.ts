import type { Measured } from '../figures';
import { megabytes } from '../figures';
import type { World } from '../world/world';
import { watchAgent } from './watched-agent';

/** An agent with its defaults on a busy node: what it costs in a minute once it is started, and what memory it has then. */
export async function measureSteadyAgent(world: World, minutes: number): Promise<Measured> {
  const { cpu, memory } = await watchAgent(world, minutes, { nodeName: 'steady' });
  return {
    figures: {
      agentCpu: cpu,
      agentMinutes: minutes,
      agentResident: megabytes(memory.resident),
      agentAnonymous: megabytes(memory.anonymous),
      agentPeak: megabytes(memory.peak),
    },
  };
}
