import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import type { NodeIdentity } from './cloud-of-node';
import type { FilledNodeReport } from './node-report';

/** An object of a kind that has only one of interest here. */
export type WatchedKind = 'NodeReport' | 'ReadinessPolicy';

/** From when to when a watch tells changes. */
export interface WatchExtent {
  /** The version that was read; without one the watch begins with the current state, and is silent while there is none. */
  readonly resourceVersion?: string | undefined;
  /** After so many seconds the API ends the watch. Every new one costs it two more reads. */
  readonly seconds: number;
}

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
   * Tells the object of that name whenever it changes; undefined when it is deleted. Resolves when the API ends the watch
   * or the signal aborts it.
   */
  watch(
    kind: WatchedKind,
    name: string,
    changed: (object: unknown) => void,
    extent: WatchExtent,
    signal: AbortSignal,
  ): Promise<void>;
}
