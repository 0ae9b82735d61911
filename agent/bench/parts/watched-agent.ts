import { setTimeout } from 'node:timers/promises';
import type { ProcessMemory } from '../measure/process-files';
import { AgentProcess } from '../world/agent-process';
import { ApiProcess } from '../world/api-process';
import type { World } from '../world/world';

const minute = 60_000;
/** Between two observations, so that the same number of them lies in every minute. */
const betweenObservations = 15_000;
/** After so long, an agent that tests flows has read the list of peers. */
const listIsRead = 75_000;

/** Milliseconds of CPU in a minute, and memory afterwards. */
export interface WatchedAgent {
  readonly cpu: number;
  readonly memory: ProcessMemory;
}

/** An agent with its defaults, watched for minutes once it is started; with so many peers, if any, to which it tests flows. */
export async function watchAgent(
  world: World,
  minutes: number,
  { nodeName, peers = 0 }: { readonly nodeName: string; readonly peers?: number },
): Promise<WatchedAgent> {
  const api = await ApiProcess.start(world, nodeName);
  const place = await api.publishPeers(peers);
  const options = peers === 0 ? [] : ['--peers-config-maps', place];
  const agent = await AgentProcess.start(world, api, { nodeName, options });
  try {
    await setTimeout(peers === 0 ? betweenObservations : listIsRead);
    const before = agent.cpu;
    await setTimeout(minutes * minute);
    return { cpu: (agent.cpu - before) / minutes, memory: agent.memory };
  } finally {
    await agent.end();
    api.end();
  }
}
