import type { TestedFacts } from '@calico-readiness/requirements';
import { ApiAccessTests } from '../cluster/access/api-access-tests';
import { testLimit } from '../cluster/access/test-api-way';
import { ApiClient } from '../cluster/api-client';
import { ApiLogin } from '../cluster/api-login';
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
  const { kubeConfig, otherServer, random = Math.random } = options;
  const client = new ApiClient(kubeConfig, signal, { ...(otherServer !== undefined && { otherServer }) });
  const watchdog = new Watchdog(options.overdueSeconds ?? overdueAfter);
  const access =
    options.apiTests &&
    new ApiAccessTests({ ...options.apiTests, client, login: new ApiLogin(kubeConfig, testLimit), random });
  const tested = (): TestedFacts => ({
    ...options.tested?.(),
    ...(access !== undefined && { apiAccess: access.fact }),
  });
  const agent = new NodeAgent(
    { ...options, tested, log: options.log ?? silentLog, random, signal },
    createKubernetesReportApi(client),
    client,
    watchdog,
  );
  try {
    const testing = access?.run(signal);
    await Promise.race([agent.run(), watchdog.overdue]);
    ending.abort();
    await testing;
  } finally {
    watchdog.end();
    ending.abort();
  }
}
