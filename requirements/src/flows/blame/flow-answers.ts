import type { FlowKey } from '../../model/traffic/flow';
import { inSmallPackets, needsAnswer } from '../../model/traffic/flow';
import type { FlowAnswers } from '../../model/traffic/flow-tests';
import type { Standing } from './standing';

/** By flow, in small packets: that a node's agent answers challenges over it. */
export type AnswersOfNode = ReadonlyMap<FlowKey, FlowAnswers>;

/**
 * How a peer stood over one flow. Silence of a flow that answers nobody by itself tells nothing of a peer whose agent does
 * not say that it answers, or by another key or port, nor of the time before both ends answered without a break.
 */
export function standingOver(
  flow: FlowKey,
  standing: Standing | undefined,
  own: FlowAnswers | undefined,
  peer: FlowAnswers | undefined,
): Standing | undefined {
  if (standing === undefined || !needsAnswer(flow)) return standing;
  if (own === undefined || own.by !== peer?.by) return undefined;
  return { ...standing, agentSince: Math.max(standing.agentSince, own.since * 1000, peer.since * 1000) };
}

/** What a node says of a flow, which has the same answers in packets of any size. */
export const answersOver = (flow: FlowKey, answers: AnswersOfNode): FlowAnswers | undefined =>
  answers.get(inSmallPackets(flow));

/** Seconds since 1970 of a time beyond which none is meant. */
const latestTime = 2 ** 33;

/** What a report says of a flow's answers, which anybody may have written; undefined for what is none. */
export function readFlowAnswers(value: unknown): FlowAnswers | undefined {
  const { since, by } = (value ?? {}) as { readonly since?: unknown; readonly by?: unknown };
  return isWhole(since, latestTime) && isWhole(by, 2 ** 32) ? { since, by } : undefined;
}

const isWhole = (value: unknown, end: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < end;
