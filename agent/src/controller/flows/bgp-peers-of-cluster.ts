import type { ClusterObject, ClusterProfile } from '@calico-readiness/requirements';
import { unreadableObject } from '@calico-readiness/requirements';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import type { AgentLog } from '../../foundation/agent-log';

/** What reading the BGPPeers takes. */
export interface BgpPeersParts {
  /** Rejects with UnreachableError while the API gives no answer. */
  readonly read: () => Promise<ClusterObject>;
  readonly log: AgentLog;
}

/** All BGPPeers as they were last read. What cannot be read this time is taken to be as it was, as the profile's objects are. */
export class BgpPeersOfCluster {
  list: ClusterObject = unreadableObject('not read yet');
  /** What was logged last. */
  private told = '';

  constructor(private readonly parts: BgpPeersParts) {}

  /** Reads them again where the profile has BGP. Never rejects for what the API does. */
  async readAgain(profile: ClusterProfile): Promise<void> {
    if (!profile.bgp.value) return;
    const seen = await this.answer();
    if (seen.status !== 'unreadable') this.list = seen;
    const reason = seen.status === 'unreadable' ? seen.reason : '';
    if (reason !== '' && reason !== this.told) this.parts.log.warn({ reason }, 'Cannot read the BGPPeers');
    this.told = reason;
  }

  private async answer(): Promise<ClusterObject> {
    try {
      return await this.parts.read();
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      return unreadableObject('the API gives no answer');
    }
  }
}
