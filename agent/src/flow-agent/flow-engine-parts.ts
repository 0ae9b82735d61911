import type { AskedPeers } from './asked/asked-peers';
import type { FlowAnswering } from './answering/flow-answering';
import type { Clock } from './clock';
import type { ExternalSessionWatch } from './knowledge/external-sessions';
import type { ProofParts } from './knowledge/prove-peers';
import type { FlowKey } from './peer-list/flow-key';
import type { PeerList } from './peer-list/peer-list';
import type { FlowSettings } from './situation';
import type { VisitProbe } from './visits/visit-probe';

/** What an engine works with. */
export interface FlowEngineParts extends ProofParts {
  readonly nodeName: string;
  readonly list: Pick<PeerList, 'ring' | 'network' | 'refresh'>;
  /** The key of challenges. */
  readonly key?: Pick<FlowKey, 'refresh'>;
  readonly probes: readonly VisitProbe[];
  /** Lets this node answer the challenges of others. */
  readonly answering: Pick<FlowAnswering, 'settle' | 'answersOf'>;
  /** Whom somebody asks this node to visit. */
  readonly asked: Pick<AskedPeers, 'next' | 'take' | 'refuse'>;
  /** The BGP sessions with speakers that are no nodes. */
  readonly external: Pick<ExternalSessionWatch, 'look' | 'lookAgain' | 'of'>;
  readonly settings: () => FlowSettings;
  readonly clock: Clock;
}
