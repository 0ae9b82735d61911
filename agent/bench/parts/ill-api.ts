import { setTimeout } from 'node:timers/promises';
import type { Measured, MemoryAfter } from '../figures';
import { megabytes } from '../figures';
import { missedWithin } from '../measure/missed-observations';
import { AgentProcess } from '../world/agent-process';
import { ApiProcess } from '../world/api-process';
import type { World } from '../world/world';

const second = 1000;
const interval = 30 * second;

/** Collects garbage every second, so that what stays in memory is what is held. */
const collecting = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent('setInterval(() => globalThis.gc(), 1000).unref();')}`,
];

/**
 * An agent whose API is ill for half of every minute: it takes requests and never answers, then ends every connection.
 * Each time somebody asks for a re-check that the agent cannot hear of yet. What it has to show: even memory, no
 * observation missed, and everything published in the end.
 */
export async function measureIllApi(world: World, minutes: number): Promise<Measured> {
  const nodeName = 'ill-api';
  const api = await ApiProcess.start(world, nodeName);
  const options = ['--report-interval', '30'];
  const agent = await AgentProcess.start(world, api, { nodeName, nodeOptions: collecting, options });
  const watching = new AbortController();
  try {
    const missed = countMissed(agent, watching.signal);
    const memory: MemoryAfter[] = [];
    let asked = 0;
    for (let minute = 1; minute <= minutes; minute += 1) {
      asked = await oneMinute(api);
      const { resident, anonymous } = agent.memory;
      memory.push({ minute, resident: megabytes(resident), anonymous: megabytes(anonymous) });
    }
    const unpublished = (await api.isPublished(asked)) ? 0 : 1;
    watching.abort();
    return { figures: { missedObservations: await missed, unpublished }, memory };
  } finally {
    watching.abort();
    await agent.end();
    api.end();
  }
}

/** Half a minute well, half a minute ill; resolves to when a re-check was asked for in it. */
async function oneMinute(api: ApiProcess): Promise<number> {
  await setTimeout(30 * second);
  api.be('swallow');
  await setTimeout(15 * second);
  const asked = Date.now();
  api.askForRecheck(new Date(asked).toISOString());
  api.be('reset');
  await setTimeout(15 * second);
  api.be('answer');
  return asked;
}

/** Observations that did not take place; more of them than planned, for re-checks, make up for none. */
async function countMissed(agent: AgentProcess, signal: AbortSignal): Promise<number> {
  let missed = 0;
  let last = agent.observedAt;
  while (!signal.aborted) {
    await setTimeout(second);
    const now = agent.observedAt;
    missed += missedWithin(now - last, interval);
    last = now;
  }
  return missed + missedWithin(Date.now() - last, interval);
}
