import { nodeFileSystem } from '../host/file-system';
import { readMountTable } from '../host/mount-table';
import { layOver } from '../host/overlay/lay-over';
import type { Observation, ObservedPrediction, ObserveOptions } from '../observation/observe-host';
import { observeHost } from '../observation/observe-host';
import type { Change, LeftOut } from './change';
import { withDoubts } from './doubted-facts';
import { doubtsOf } from './doubts';

/** A host as it would be at the next boot, with a change laid over it. */
export interface Prediction {
  readonly observation: Observation;
  /** What of the change the prediction leaves out; the facts that it may alter are unavailable. */
  readonly leftOut: readonly LeftOut[];
}

/** Judges a host as its files make it at the next boot once a change is laid over them (ADR 25). Writes nothing. Rejects with HostRootError when the root is no directory. */
export async function predictHost(options: Omit<ObserveOptions, 'prediction'>, change: Change): Promise<Prediction> {
  const { leftOut, ...prediction } = laidOver(options.hostRoot, change);
  return { observation: await observeHost({ ...options, prediction }), leftOut };
}

/** How a host is looked at with a change laid over it, and what of the change is left out. Throws HostRootError. */
export function laidOver(hostRoot: string, change: Change): ObservedPrediction & Pick<Prediction, 'leftOut'> {
  const { fileSystem, refused } = layOver(hostRoot, nodeFileSystem, readMountTable(), change.steps);
  const { doubts, leftOut } = doubtsOf(change, [...change.refused, ...refused]);
  return { fileSystem, correct: (facts) => withDoubts(facts, doubts), leftOut };
}
