import type { Measured } from '../figures';
import { megabytes } from '../figures';
import { bareNode, check, cpuOf, peakOf, startAlone, systemCallsOf } from '../measure/measured-runs';
import { median } from '../measure/median';
import { kindsOfCalls, total } from '../measure/strace-summary';
import type { World } from '../world/world';

const rounds = 9;
const roundsForMemory = 3;

/** One check of the node, the same program with nothing to do, and Node.js with nothing to do: in turns, so that all have the same luck. */
export function measureColdCheck(world: World): Measured {
  const runs = Array.from({ length: rounds }, () => ({
    bareNode: cpuOf(world, bareNode),
    helpCpu: cpuOf(world, startAlone),
    checkCpu: cpuOf(world, check),
  }));
  const figures = {
    bareNode: median(runs.map((run) => run.bareNode)),
    helpCpu: median(runs.map((run) => run.helpCpu)),
    checkCpu: median(runs.map((run) => run.checkCpu)),
    checkPeak: medianPeak(world),
  };
  const calls = systemCallsOf(world, check);
  if (typeof calls === 'string') return { figures, notMeasured: [`system calls: ${calls}`] };
  const byKind = kindsOfCalls.map(([kind, names]) => [kind, total(calls, names)] as const);
  return { figures: { ...figures, checkCalls: total(calls) }, calls: Object.fromEntries(byKind) };
}

/** The same check on a node with 60,000 sockets. */
export function measureManySockets(world: World): Measured {
  const runs = Array.from({ length: rounds }, () => cpuOf(world, check));
  return { figures: { socketsCpu: median(runs), socketsPeak: medianPeak(world) } };
}

const medianPeak = (world: World): number =>
  megabytes(median(Array.from({ length: roundsForMemory }, () => peakOf(world, check))));
