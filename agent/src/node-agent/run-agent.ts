import { silentLog } from '../foundation/agent-log';
import { createKubernetesReportApi } from '../publish/kubernetes-report-api';
import type { AgentOptions } from './agent-settings';
import { NodeAgent } from './node-agent';

/**
 * Observes the node every so often and keeps its NodeReport up to date, until the signal aborts; then it resolves.
 * Outages of the API are waited for, for ever; observing goes on meanwhile, and the newest report is published
 * afterwards. Rejects with HostRootError when the host root is no directory to begin with.
 */
export async function runAgent(options: AgentOptions): Promise<void> {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const api = createKubernetesReportApi(options.kubeConfig, signal);
  const agent = new NodeAgent(
    { ...options, log: options.log ?? silentLog, random: options.random ?? Math.random, signal },
    api,
  );
  try {
    await agent.run();
  } finally {
    ending.abort();
  }
}
