export { agentVersion } from './foundation/agent-version';
export { HostRootError } from './host/host-root';
export type { Observation, ObserveOptions } from './observation/observe-host';
export { observeHost } from './observation/observe-host';
export type { AgentLog } from './foundation/agent-log';
export type { FilledNodeReport, NodeReportInput } from './publish/node-report';
export { buildNodeReport, verdictLabel } from './publish/node-report';
export type { AgentOptions } from './node-agent/agent-settings';
export { runAgent } from './node-agent/run-agent';
