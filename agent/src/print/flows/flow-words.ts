/** What all flows of a host come to, in words. */
export const nodeVerdictOfFlows = {
  Ready: 'No flow is blocked',
  NotReady: 'Blocked',
  Unknown: 'Not all tested',
} as const;
