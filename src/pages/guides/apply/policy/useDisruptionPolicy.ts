import { useEffect, useMemo, useState } from 'react';
import { disruptionPolicyManager } from '@calico-readiness/requirements';
import type { DisruptionEntry, GuideId } from '@calico-readiness/requirements';
import { expectedActions } from '../../../../apply/expected-actions';
import type { OperatorAction } from '../../../../apply/expected-actions';
import { canTakeBack, policyStanding } from '../../../../apply/policy-standing';
import type { ClusterDisruption, PolicyStanding } from '../../../../apply/policy-standing';
import type { Application } from '../useApplication';

/** So long the page waits for the operator before it lets the user go on with a reboot. */
const waitMilliseconds = 60_000;

/** The node disruption policy of one application, as far as the page knows. */
export interface DisruptionPolicy {
  readonly manager: string;
  /** Undefined where the cluster has none. */
  readonly cluster: ClusterDisruption | undefined;
  /** What to apply; null where nothing replaces the reboot. */
  readonly entries: readonly DisruptionEntry[] | null;
  readonly standing: PolicyStanding | null;
  /** What the operator does for the proposal, and when it is taken back; null for a reboot and where nobody can say. */
  readonly actions: readonly OperatorAction[] | null;
  readonly undoActions: readonly OperatorAction[] | null;
  /** Undefined where it was not applied from here, false where somebody edited it since. */
  readonly canTakeBack: boolean | undefined;
  /** Whether the operator takes too long. */
  readonly isLate: boolean;
  /** Whether creating the MachineConfig now may reboot nodes that the policy would spare. */
  readonly isAwaited: boolean;
  readonly goOn: () => void;
  readonly onWritten: () => void;
}

export function useDisruptionPolicy(
  guide: GuideId,
  role: string,
  wanted: readonly DisruptionEntry[] | null,
  { proposal, existing }: Application,
  cluster: ClusterDisruption | undefined,
): DisruptionPolicy {
  const manager = disruptionPolicyManager(role, guide);
  const [isWritten, setWritten] = useState(false);
  const [isLate, setLate] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const standing = useMemo((): PolicyStanding | null => {
    if (cluster === undefined || wanted === null || proposal === null) return null;
    const now = policyStanding(cluster, wanted, manager);
    // What was written is there once the watch brings it.
    return now.kind === 'open' && isWritten ? { kind: 'waiting' } : now;
  }, [cluster, wanted, proposal, manager, isWritten]);
  const isWaiting = standing?.kind === 'waiting';
  useEffect(() => {
    if (!isWaiting) {
      setLate(false);
      setGoesOn(false);
      setWritten(false);
      return undefined;
    }
    const timer = window.setTimeout(() => {
      setLate(true);
      setWritten(false);
    }, waitMilliseconds);
    return () => {
      window.clearTimeout(timer);
    };
  }, [isWaiting]);
  const known = cluster?.isRead === true ? cluster.inForce : undefined;
  return {
    manager,
    cluster,
    entries: wanted,
    standing,
    actions: useMemo(
      () => (known === undefined || proposal === null ? null : expectedActions(existing, proposal, known)),
      [known, existing, proposal],
    ),
    undoActions: useMemo(
      () => (known === undefined || existing === undefined ? null : expectedActions(existing, undefined, known)),
      [known, existing],
    ),
    canTakeBack: cluster === undefined ? undefined : canTakeBack(cluster.object, manager),
    isLate: isWaiting && isLate,
    isAwaited: isWaiting && !goesOn,
    goOn: () => {
      setGoesOn(true);
    },
    onWritten: () => {
      setWritten(true);
    },
  };
}
