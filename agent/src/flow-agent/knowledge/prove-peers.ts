import type { Ring } from '@calico-readiness/requirements';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import type { FlowAnswering } from '../answering/flow-answering';
import type { FlowKnowledge } from './flow-knowledge';
import type { PeerStanding } from './proofs';

/** What reading the reports of peers takes. */
export interface ProofParts {
  /** What a peer's own report says, by the name of its node. */
  readonly standingOf: (peer: string) => Promise<PeerStanding | undefined>;
  readonly answering: Pick<FlowAnswering, 'answersOf'>;
  readonly log: AgentLog;
}

/** Reports that are read in one step; the others are read in the next ones. */
const reportsOfStep = 5;

/** Reads the reports of peers that fail, to know whether they were there. One that cannot be read proves nothing. */
export async function provePeers(
  { state, proofs }: Pick<FlowKnowledge, 'state' | 'proofs'>,
  ring: Ring,
  { standingOf, answering, log }: ProofParts,
  signal: AbortSignal,
): Promise<void> {
  for (const target of proofs.due(state.suspects).slice(0, reportsOfStep)) {
    const name = ring.peers[ring.places.get(target) ?? -1]?.name;
    let standing: PeerStanding | undefined;
    try {
      standing = name === undefined ? undefined : await standingOf(name);
    } catch (error) {
      log.debug({ error: errorText(error), peer: name }, 'Cannot read the report of a peer');
    }
    if (signal.aborted) return;
    proofs.take(state.suspects, target, standing, (flow) => answering.answersOf(flow));
  }
}
