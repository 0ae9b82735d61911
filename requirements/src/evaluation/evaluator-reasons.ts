import type { UnavailableReason } from '../model/fact';
import type { Message } from '../model/message';
import { msg } from '../model/message';

/** Reasons that the evaluator itself gives, whatever the requirement, with the sentence for a person. */
export const evaluatorReasons = {
  NotApplicable: msg('The cluster profile does not use this'),
  EvidenceNotFound: msg('The evidence is missing on this host'),
  EvidenceDenied: msg('The agent does not have permission to read the evidence'),
  EvidenceTimedOut: msg('Reading the host took too long'),
  EvidenceMalformed: msg('The evidence cannot be parsed'),
  EvidenceTooLarge: msg('The evidence exceeds the size limit'),
  EvidenceUnsupported: msg('The evidence is not available on this host, or not from where the agent runs'),
  NotTested: msg('Not tested yet'),
  EvidenceFailed: msg('Reading the host failed'),
  ApplicabilityUnknown: msg('Cannot determine whether this applies to the node'),
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
