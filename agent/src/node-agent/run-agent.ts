import { ApiClient } from '../cluster/api-client';
import { silentLog } from '../foundation/agent-log';
import { createKubernetesReportApi } from '../publish/kubernetes-report-api';
import type { AgentOptions } from './agent-settings';
import { NodeAgent } from './node-agent';
import { Watchdog } from './watchdog';

/** No probe and no request takes longer than 10 s, and an attempt to publish is at most 20 requests. */
const overdueAfter = 300;

/**
 * Observes the node every so often and keeps its NodeReport up to date, until the signal aborts; then it resolves.
 * Outages of the API are waited for, for ever; observing goes on meanwhile, and the newest report is published
 * afterwards. Rejects with HostRootError when the host root is no directory to begin with, and with OverdueError when the
 * agent hangs: whoever started it should then end the process, since what hangs cannot be ended from within.
 */
export async function runAgent(options: AgentOptions): Promise<void> {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const { kubeConfig, otherServer } = options;
  const client = new ApiClient(kubeConfig, signal, { ...(otherServer !== undefined && { otherServer }) });
  const watchdog = new Watchdog(options.overdueSeconds ?? overdueAfter);
  const agent = new NodeAgent(
    { ...options, log: options.log ?? silentLog, random: options.random ?? Math.random, signal },
    createKubernetesReportApi(client),
    watchdog,
  );
  try {
    await Promise.race([agent.run(), watchdog.overdue]);
  } finally {
    watchdog.end();
    ending.abort();
  }
}
