import { spawnSync } from 'node:child_process';
import type { Measured, ProbeReads } from '../figures';
import { nodeScript } from '../world/node-script';
import type { World } from '../world/world';

/** What each probe asks of the node's files when it runs alone, and all of them when they share what they see. */
export const measureProbeReads = (world: World): Measured => ({
  figures: {},
  probes: [...countedBy(world, 'alone'), ...countedBy(world, 'together')],
});

function countedBy(world: World, how: 'alone' | 'together'): readonly ProbeReads[] {
  const [command, ...words] = world.command(nodeScript('count-probe-reads.ts', how));
  const { status, stdout } = spawnSync(command, words, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`Counting the reads of probes ended with status ${String(status)}`);
  return JSON.parse(stdout) as readonly ProbeReads[];
}
