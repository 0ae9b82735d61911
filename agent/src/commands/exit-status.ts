import type { NodeVerdict } from '@calico-readiness/requirements';

/** What the exit statuses mean; scripts rely on them. */
export const exitStatus = { ready: 0, toolFailed: 1, wrongUsage: 2, notReady: 3, undecided: 4 } as const;

const byVerdict: Readonly<Record<NodeVerdict, number>> = {
  Ready: exitStatus.ready,
  NotReady: exitStatus.notReady,
  Unknown: exitStatus.undecided,
};

/** The exit status of a check with that verdict. */
export const exitStatusOf = (verdict: NodeVerdict): number => byVerdict[verdict];

/**
 * What the user asked for cannot be done as asked: exit status 2. The message says what is wrong, where, and what
 * would be right. A `--host-root` that is no directory belongs here too: nothing was looked at.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for was right, and the machine does not let it happen: exit status 1, and no defect of the program. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}
