import { setTimeout } from 'node:timers/promises';
import type { Measured } from '../figures';
import { megabytes } from '../figures';
import { AgentProcess } from '../world/agent-process';
import { ApiProcess } from '../world/api-process';
import type { World } from '../world/world';

const minute = 60_000;
/** Between two observations, so that the same number of them lies in every minute. */
const betweenObservations = 15_000;

/** An agent with its defaults on a busy node: what it costs in a minute once it is started, and what memory it has then. */
export async function measureSteadyAgent(world: World, minutes: number): Promise<Measured> {
  const nodeName = 'steady';
  const api = await ApiProcess.start(world, nodeName);
  const agent = await AgentProcess.start(world, api, { nodeName });
  try {
    await setTimeout(betweenObservations);
    const before = agent.cpu;
    await setTimeout(minutes * minute);
    const used = agent.cpu - before;
    const { resident, anonymous, peak } = agent.memory;
    return {
      figures: {
        agentCpu: used / minutes,
        agentMinutes: minutes,
        agentResident: megabytes(resident),
        agentAnonymous: megabytes(anonymous),
        agentPeak: megabytes(peak),
      },
    };
  } finally {
    await agent.end();
    api.end();
  }
}
