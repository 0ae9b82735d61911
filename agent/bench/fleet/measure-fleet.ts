import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { reportsPath } from '../../reference-programs/kubernetes-api/custom-resources';
import { verdictLabel } from '../../src/publish/node-report';
import { nodeScript } from '../world/node-script';
import { countedByKind, isWrite } from './audit-log';
import { FleetWorld } from './fleet-world';
import { listInEachForm } from './list-forms';
import { createNodes } from './nodes';
import { printDatabase, printLists, printPerSecond, printUsage, say } from './print-fleet';
import { usageOf } from './process-usage';

/**
 * Prints what a fleet of agents does to a real API server: at its start, in steady state, and after the API was away.
 * `--nodes 5000 --minutes 10 --outage 60`.
 */
const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '5000' },
    minutes: { type: 'string', default: '10' },
    outage: { type: 'string', default: '60' },
  },
});
const [nodes, minutes, outage] = [Number(values.nodes), Number(values.minutes), Number(values.outage)];
if (!(nodes >= 1 && minutes > 0 && outage > 0)) throw new Error('--nodes, --minutes and --outage are positive numbers');
/** Two watches and a request of each agent, on both sides. */
const descriptors = 20_000 + nodes * 6;

/** How many reports carry the label that agents write last. */
async function published(world: FleetWorld): Promise<number> {
  const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
  const path = `${reportsPath}?resourceVersion=0&labelSelector=${encodeURIComponent(verdictLabel)}`;
  const { body } = await world.client.ask('GET', path, { accept });
  // A resource that was just defined has no list yet.
  return (body as { readonly items?: readonly unknown[] }).items?.length ?? 0;
}

async function untilAllPublished(world: FleetWorld): Promise<void> {
  while ((await published(world)) < nodes) await setTimeout(1000);
}

async function measure(world: FleetWorld): Promise<void> {
  await createNodes(world.client, nodes);
  const started = Date.now();
  const [command = '', ...words] = nodeScript(
    'fleet/simulated-agents.ts',
    '--kubeconfig',
    world.kubeconfig,
    '--nodes',
    String(nodes),
  );
  const agents = spawn(command, ['--max-old-space-size=12000', ...words], { stdio: 'inherit' });
  try {
    await untilAllPublished(world);
    say(`\nAll ${String(nodes)} agents begin in the same moment`);
    printPerSecond(world.requestsSince(started), started);
    printDatabase(await world.databaseBytes(), world.requestsSince(started).filter(isWrite).length);

    const before = { at: Date.now(), bytes: await world.databaseBytes(), api: usageOf(world.apiProcess) };
    await setTimeout(minutes * 60_000);
    const steady = world.requestsSince(before.at);
    say(`\n${String(minutes)} minutes of steady state`);
    printPerSecond(steady, before.at);
    for (const [kind, count] of countedByKind(steady)) say(`  ${kind}: ${String(count)}`);
    printDatabase((await world.databaseBytes()) - before.bytes, steady.filter(isWrite).length);
    printUsage('API server', before.api, usageOf(world.apiProcess), minutes);

    say('\nLists of all reports');
    printLists(await listInEachForm(world.client, reportsPath));

    await world.killApi();
    await setTimeout(outage * 1000);
    const back = Date.now();
    await world.startApi();
    await setTimeout(150_000);
    say(`\nThe API comes back after ${String(outage)} seconds`);
    printPerSecond(world.requestsSince(back), back);
  } finally {
    agents.kill('SIGKILL');
    await once(agents, 'exit');
  }
}

spawnSync('prlimit', ['--pid', String(process.pid), `--nofile=${String(descriptors)}:${String(descriptors)}`]);
const directory = mkdtempSync(join(tmpdir(), 'fleet-'));
const world = await FleetWorld.start(directory);
try {
  await measure(world);
} finally {
  await world.end();
  rmSync(directory, { recursive: true });
}
