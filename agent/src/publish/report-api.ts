import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import type { NodeIdentity } from './cloud-of-node';
import type { FilledNodeReport } from './node-report';

/** An object of a kind that has only one of interest here. */
export type WatchedKind = 'NodeReport' | 'ReadinessPolicy';

/**
 * What the agent asks of the Kubernetes API. Every method rejects with ApiError for an answer that is no success, with
 * any other error when there was no answer in time.
 */
export interface ReportApi {
  /** Undefined when there is no such report, or no such resource at all. */
  readReport(name: string): Promise<NodeReport | undefined>;
  /** Creates the report without its status. */
  createReport(report: FilledNodeReport): Promise<NodeReport>;
  /** Puts the status in the place of the one that is there, whatever the version of the report. */
  replaceStatus(report: FilledNodeReport): Promise<NodeReport>;
  /** Sets the labels that are named, or all owners. Another label stays as it is. */
  patchMetadata(name: string, metadata: Partial<NodeReport['metadata']>): Promise<NodeReport>;
  /** Undefined when there is no such Node. */
  readNode(name: string): Promise<NodeIdentity | undefined>;
  /** Undefined when there is no policy, no such resource at all, or none that we may read: an agent works without one. */
  readPolicy(): Promise<ReadinessPolicy | undefined>;
  /**
   * Tells the object of that name, first as it is, then whenever it changes; undefined when it is deleted. Resolves when
   * the API ends the watch, which it is asked to do after so many seconds, or the signal aborts it.
   */
  watch(
    kind: WatchedKind,
    name: string,
    changed: (object: unknown) => void,
    seconds: number,
    signal: AbortSignal,
  ): Promise<void>;
}
