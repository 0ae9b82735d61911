import type { Network } from '../host/flows/network';
import { probeByConnecting } from './connect-probe';
import { probeHalfOpen } from './half-open-probe';
import type { ProbeResult } from './outcome';
import { untested } from './outcome';
import { hasSession } from './session-evidence';
import type { ProbeLimits } from './probe-limits';
import { silenceOf } from './probe-limits';
import type { FlowTarget } from './tested-flow';

/**
 * Tests the flow of BGP with care: to BIRD, a new connection from the address of an ESTABLISHED session with graceful
 * restart means that its peer began anew, and it drops the session (bgp_incoming_connection in proto/bgp/bgp.c of BIRD).
 * An ESTABLISHED session proves the flow and is left alone. Else the peer's kernel is asked with a SYN that comes to
 * no connection. A connection is made only on request, and never where somebody here speaks BGP.
 */
export async function probeBgp(
  network: Network,
  target: FlowTarget,
  limits: ProbeLimits,
): Promise<ProbeResult | 'doubtful'> {
  const use = await network.portUse(target.flow.port);
  if (use.status === 'unavailable')
    return untested(`the TCP connections of this host cannot be read (${use.source}: ${use.reason})`);
  if (hasSession(use.value, target.peer))
    return { outcome: 'open', method: 'session', said: 'a BGP session is ESTABLISHED' };
  if (limits.bgpConnect && !use.value.listening) return probeByConnecting(network, target, limits);
  if (limits.bgpPassword === 'yes')
    return untested(
      'no BGP session with this peer, and with a password a kernel answers nothing else',
      undefined,
      'password',
    );
  const result = await probeHalfOpen(network, target, limits);
  if (result !== 'silent') return result;
  return limits.bgpPassword === 'no'
    ? { outcome: 'filtered', method: 'half-open', said: silenceOf(limits) }
    : untested(`${silenceOf(limits)}: dropped, or the peer has a BGP password`, 'half-open', 'password');
}
