export { agentVersion } from './foundation/agent-version';
export { HostRootError } from './host/create-host-files';
export type { Observation, ObserveOptions } from './observation/observe-host';
export { observeHost } from './observation/observe-host';
export type { AgentLog } from './foundation/agent-log';
export type { FilledNodeReport, NodeReportInput } from './publish/node-report';
export { buildNodeReport, verdictLabel } from './publish/node-report';
export type { AgentOptions } from './node-agent/agent-options';
export { runAgent } from './node-agent/run-agent';
