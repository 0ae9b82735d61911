import type { AgentOptions } from './agent-options';
import { NodeAgent } from './node-agent';
import { createKubernetesReportApi } from '../publish/kubernetes-report-api';

/**
 * Observes the node every so often and keeps its NodeReport up to date, until the signal aborts; then it resolves.
 * Outages of the API are waited for, for ever; observing goes on meanwhile, and the newest report is published
 * afterwards. Rejects with HostRootError when the host root is no directory to begin with.
 */
export async function runAgent(options: AgentOptions): Promise<void> {
  // Inner ends: whatever ends the loop ends the watches too.
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const agent = new NodeAgent(options, createKubernetesReportApi(options.kubeConfig, signal), signal);
  try {
    await agent.run();
  } finally {
    ending.abort();
  }
}
