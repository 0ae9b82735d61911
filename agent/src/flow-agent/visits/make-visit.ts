import type { FlowKey, Visit } from '@calico-readiness/requirements';
import { errorText } from '../../foundation/agent-log';
import type { FlowEngineParts } from '../flow-engine-parts';
import { flowsNeededTo } from '../knowledge/needed-flows';
import type { Situation } from '../situation';
import type { FlowSeen } from './visit-probe';
import { visitPeer } from './visit-peer';

/** Makes a visit; undefined where nothing was tested, as the pair needs none of the flows any more. Never rejects. */
export async function makeVisit(
  { probes, clock, log }: Pick<FlowEngineParts, 'probes' | 'clock' | 'log'>,
  { needs, settings, ...where }: Situation,
  visit: Visit,
  signal: AbortSignal,
): Promise<ReadonlyMap<FlowKey, FlowSeen> | undefined> {
  const peer = where.ring.peers[where.ring.places.get(visit.target) ?? -1];
  const needed = flowsNeededTo(needs, visit.target);
  const flows = visit.flows?.filter((flow) => needed.includes(flow)) ?? needed;
  if (peer === undefined || flows.length === 0) return undefined;
  const { profile } = settings;
  const question = { ...where, peer, flows, retest: visit.flows !== undefined, profile, signal };
  const seen = await visitPeer(probes, question, clock, (error) => {
    log.error({ error: errorText(error) }, 'A test of flows failed');
  });
  return signal.aborted ? undefined : seen;
}
