import type { ChallengedProtocol } from '../parsers/packets/flow-message';
import { challengedProtocols } from '../parsers/packets/flow-message';

export type { ChallengedProtocol };

/** The flows that have two ends. */
export const challengedFlows: readonly ChallengedProtocol[] = challengedProtocols;

/** Whether a flow is one whose other end has to answer. */
export const isChallenged = (name: string): name is ChallengedProtocol =>
  challengedProtocols.some((protocol) => protocol === name);
