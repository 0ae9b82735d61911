import type { UnavailableReason } from '../model/fact';
import type { Message } from '../model/message';
import { msg } from '../model/message';

/** Reasons that the evaluator itself gives, whatever the requirement, with the sentence for a person. */
export const evaluatorReasons = {
  NotApplicable: msg('The cluster profile does not use this'),
  EvidenceNotFound: msg('The host does not have the files that would show it'),
  EvidenceDenied: msg('The agent may not read the files that would show it'),
  EvidenceTimedOut: msg('Reading the host took too long'),
  EvidenceMalformed: msg('The files that would show it cannot be understood'),
  EvidenceTooLarge: msg('The files that would show it are larger than any genuine ones'),
  EvidenceUnsupported: msg('This host, or this way of looking at it, cannot show it'),
  NotTested: msg('Not tested yet'),
  EvidenceFailed: msg('Reading the host failed'),
  ApplicabilityUnknown: msg('It could not be seen whether this applies to the node'),
  EvaluationFailed: msg('The evaluation itself failed; this is a defect of Calico Readiness'),
} as const satisfies Record<string, Message>;

export type EvaluatorReason = keyof typeof evaluatorReasons;

const byUnavailableReason = {
  'not-found': 'EvidenceNotFound',
  denied: 'EvidenceDenied',
  'timed-out': 'EvidenceTimedOut',
  malformed: 'EvidenceMalformed',
  'too-large': 'EvidenceTooLarge',
  unsupported: 'EvidenceUnsupported',
  'not-tested': 'NotTested',
  failed: 'EvidenceFailed',
} as const satisfies Record<UnavailableReason, EvaluatorReason>;

/** The evaluator's reason for an unavailable fact. A report of a later agent may give a reason that is not known here. */
export const reasonForMissingFact = (reason: UnavailableReason): EvaluatorReason =>
  Object.hasOwn(byUnavailableReason, reason) ? byUnavailableReason[reason] : 'EvidenceFailed';
