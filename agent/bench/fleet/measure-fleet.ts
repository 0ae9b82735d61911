import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { reportsPath } from '../../reference-programs/kubernetes-api/custom-resources';
import { AgentsProcess } from './agents-process';
import { countedByKind } from './audit-log';
import type { FleetFigures } from './fleet-figures';
import type { FleetOptions } from './fleet-options';
import { fleetOptions } from './fleet-options';
import { keepFleet } from './fleet-record';
import { fleetRows } from './fleet-rows';
import { FleetWorld } from './fleet-world';
import { listInEachForm } from './list-forms';
import { createNodes } from './nodes';
import { usageBetween, usageOf } from './process-usage';
import { spreadOf } from './spread';

/** Prints what a fleet of agents does to a real API server: at its start, in steady state, and after the API was away. */
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** How long requests are counted once the API is back: every agent has come back by then. */
const watchedAfterwards = 150_000;

async function measureBegin(world: FleetWorld, agents: AgentsProcess, over: number): Promise<FleetFigures['begin']> {
  say('Waiting for the first report of each agent ...');
  await agents.untilAllPublished(world);
  return { over, ...spreadOf(world.requestsSince(agents.startedAt), agents.startedAt) };
}

async function measureSteadyState(world: FleetWorld, minutes: number): Promise<FleetFigures['steady']> {
  say(`Watching the steady state for ${String(minutes)} minutes ...`);
  const [from, bytes, api] = [Date.now(), await world.databaseBytes(), usageOf(world.apiProcess)];
  await setTimeout(minutes * 60_000);
  const requests = world.requestsSince(from);
  const spread = spreadOf(requests, from);
  return {
    minutes,
    ...spread,
    bytesPerWrite: Math.round(((await world.databaseBytes()) - bytes) / Math.max(1, spread.writes)),
    kinds: countedByKind(requests),
    apiServer: usageBetween(api, usageOf(world.apiProcess), minutes * 60),
  };
}

async function measureOutage(world: FleetWorld, away: number): Promise<FleetFigures['outages'][number]> {
  say(`Ending the API server for ${String(away)} seconds, and watching who comes back ...`);
  await world.killApi();
  await setTimeout(away * 1000);
  const back = Date.now();
  await world.startApi();
  await setTimeout(watchedAfterwards);
  return { away, ...spreadOf(world.requestsSince(back), back) };
}

async function measureFleet(
  world: FleetWorld,
  { nodes, minutes, begin, outages }: FleetOptions,
): Promise<FleetFigures> {
  say(`Making ${String(nodes)} Nodes ...`);
  await createNodes(world.client, nodes);
  const agents = new AgentsProcess(world.kubeconfig, nodes, begin);
  try {
    const figures = {
      nodes,
      begin: await measureBegin(world, agents, begin),
      steady: await measureSteadyState(world, minutes),
      lists: await listInEachForm(world.client, reportsPath),
    };
    const measured = [];
    for (const away of outages) measured.push(await measureOutage(world, away));
    return { ...figures, outages: measured };
  } finally {
    await agents.end();
  }
}

const options = fleetOptions(process.argv.slice(2));
/** Two watches and a request of each agent. */
const descriptors = String(20_000 + options.nodes * 6);
spawnSync('prlimit', ['--pid', String(process.pid), `--nofile=${descriptors}:${descriptors}`]);
const directory = mkdtempSync(join(tmpdir(), 'fleet-'));
const world = await FleetWorld.start(directory);
try {
  const figures = await measureFleet(world, options);
  for (const [title, figure] of fleetRows(figures)) say(`${title}: ${figure}`);
  if (options.record) keepFleet(figures);
} finally {
  await world.end();
  rmSync(directory, { recursive: true });
}
