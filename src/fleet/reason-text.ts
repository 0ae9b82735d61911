import { evaluatorReasons, msg, requirementById } from '@calico-readiness/requirements';
import type { Message, Verdict } from '@calico-readiness/requirements';

/** What a finding says, as a title. `sentence` is null when this catalogue does not know the reason: show its id. */
export interface ReasonTitle {
  /** The requirement in two or three words, when the sentence alone does not say what it is about. */
  readonly subject: Message | null;
  readonly sentence: Message | null;
}

interface ReasonedFinding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** The reason why a requirement of the catalogue has no finding in a report. */
export const notReported = 'NotReported';

/** The reason why a what-if cannot say anything. */
export const whatIfUndecided = 'WhatIfUndecided';

const whatIfUndecidedText = msg('The report has too few facts to evaluate it under another profile');

const notReportedText = msg('Not in the report; the agent may have another version');

export function reasonTitle({ requirement: id, verdict, reason }: ReasonedFinding): ReasonTitle {
  const requirement = requirementById(id);
  const subject = requirement?.shortTitle ?? null;
  if (reason === notReported) return { subject, sentence: notReportedText };
  if (reason === whatIfUndecided) return { subject, sentence: whatIfUndecidedText };
  if (requirement !== undefined && Object.hasOwn(requirement.reasons, reason)) {
    return { subject: null, sentence: requirement.reasons[reason]?.title ?? null };
  }
  if (Object.hasOwn(evaluatorReasons, reason)) {
    return { subject, sentence: evaluatorReasons[reason as keyof typeof evaluatorReasons] };
  }
  if (requirement === undefined) return { subject: null, sentence: null };
  if (verdict === 'Fail' || verdict === 'Warn') return { subject: null, sentence: requirement.failureTitle };
  return { subject, sentence: null };
}
