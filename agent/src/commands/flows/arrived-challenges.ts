import type { Party } from '../../flows/challenge-target';
import type { Challenge } from '../../flows/responder/responder-options';
import type { AnsweredFlows } from '../../print/flows/answered-flows';

/** Counts the challenges that arrived, by whose, over what and to which address. */
export class ArrivedChallenges {
  private readonly flows = new Map<string, AnsweredFlows['answered'][number]>();

  constructor(
    private readonly own: readonly Party[],
    private readonly peers: readonly Party[],
  ) {}

  /** Counts one. Always yes: whoever comes from an expected address with the key is answered. */
  count({ sender, receiver, protocol, family, size }: Challenge): true {
    const peer = this.peers.find(({ key }) => key === sender)?.address ?? '';
    const to = this.own.find(({ key }) => key === receiver)?.address ?? '';
    const key = `${peer} ${to} ${protocol}`;
    const before = this.flows.get(key) ?? { peer, to, flow: protocol, family, challenges: 0, largestMessage: 0 };
    const largestMessage = Math.max(before.largestMessage, size);
    this.flows.set(key, { ...before, challenges: before.challenges + 1, largestMessage });
    return true;
  }

  /** All of them, in the order in which their first one came. */
  all(): AnsweredFlows['answered'] {
    return [...this.flows.values()];
  }
}
