import type { Measured } from '../figures';
import { AgentProcess } from '../world/agent-process';
import { ApiProcess } from '../world/api-process';
import type { World } from '../world/world';

/** Before them what is done once, and what the engine compiles, is done. */
const observationsBefore = 8;
const observations = 30;

/** What one more observation costs an agent that observes every second, and has nothing new to say. */
export async function measureWarmObservation(world: World): Promise<Measured> {
  const nodeName = 'warm';
  const api = await ApiProcess.start(world, nodeName);
  const agent = await AgentProcess.start(world, api, { nodeName, options: ['--observe-interval', '1'] });
  try {
    for (let count = 0; count < observationsBefore; count += 1) await agent.nextObservation();
    const before = agent.cpu;
    for (let count = 0; count < observations; count += 1) await agent.nextObservation();
    return { figures: { observationCpu: (agent.cpu - before) / observations } };
  } finally {
    await agent.end();
    api.end();
  }
}
