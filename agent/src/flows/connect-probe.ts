import type { Network } from '../host/flows/network';
import type { Reading } from './connect-outcome';
import { readConnect } from './connect-outcome';
import { openSight } from './icmp-sight';
import type { ProbeResult } from './outcome';
import { attempts, silenceOf } from './probe-limits';
import type { ProbeLimits } from './probe-limits';
import type { FlowTarget } from './tested-flow';
import { familyOf } from './tested-flow';

/** Tests a flow by connecting to the peer. `doubtful` where an ICMP message may have come from the peer, or about something else. */
export async function probeByConnecting(
  network: Network,
  target: FlowTarget,
  limits: ProbeLimits,
): Promise<ProbeResult | 'doubtful'> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const reading = await connectOnce(network, target, limits);
    if (reading !== 'silent') return reading;
  }
  return { outcome: 'filtered', method: 'connect', said: silenceOf(limits) };
}

async function connectOnce(
  network: Network,
  { peer, flow: { port } }: FlowTarget,
  { timeoutMs }: ProbeLimits,
): Promise<Reading> {
  const sight = await openSight(network, familyOf(peer));
  try {
    const answer = await network.connect({ address: peer, port, timeoutMs });
    // What a message says of another connection of this host to that port holds for ours as well.
    const word = await sight.word(
      ({ destination, destinationPort }) => destination === peer && destinationPort === port,
    );
    return readConnect(answer, word);
  } finally {
    sight.close();
  }
}
