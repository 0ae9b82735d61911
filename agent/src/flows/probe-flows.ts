import type { Network } from '../host/flows/network';
import { probeBgp } from './bgp-probe';
import { stillDoubtful } from './connect-outcome';
import { probeByConnecting } from './connect-probe';
import type { ProbeResult } from './outcome';
import { untested } from './outcome';
import type { ProbeLimits } from './probe-limits';
import { someAtOnce } from './some-at-once';
import type { FlowTarget } from './tested-flow';

/** A flow with what became of it. */
export interface TestedTarget extends FlowTarget {
  readonly result: ProbeResult;
}

/** An ICMP message about something else may come between; so many times it does not. */
const quietAttempts = 3;

/** Tests flows, some at once, and answers in their order. Always ends. */
export async function probeFlows(
  network: Network,
  targets: readonly FlowTarget[],
  limits: ProbeLimits,
): Promise<readonly TestedTarget[]> {
  const first = await someAtOnce(targets, limits.atOnce, (target) => probe(network, target, limits));
  const results: TestedTarget[] = [];
  for (const [index, target] of targets.entries()) {
    // While nothing else is in flight, a message that comes is about this flow, or about nothing of ours.
    const result = first[index] === 'doubtful' ? await probeInQuiet(network, target, limits) : first[index];
    results.push({ ...target, result: result ?? untested('it was not asked for') });
  }
  return results;
}

async function probe(network: Network, target: FlowTarget, limits: ProbeLimits): Promise<ProbeResult | 'doubtful'> {
  if (network.elsewhere !== undefined) return untested(network.elsewhere);
  if (network.ownAddresses.has(target.peer)) return untested('the address is one of this host');
  return target.flow.name === 'bgp' ? probeBgp(network, target, limits) : probeByConnecting(network, target, limits);
}

async function probeInQuiet(network: Network, target: FlowTarget, limits: ProbeLimits): Promise<ProbeResult> {
  for (let attempt = 0; attempt < quietAttempts; attempt += 1) {
    const result = await probe(network, target, limits);
    if (result !== 'doubtful') return result;
  }
  return stillDoubtful;
}
