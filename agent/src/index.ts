export { agentVersion } from './agent-version';
export { HostRootError } from './host/create-host-files';
export type { Observation, ObserveOptions } from './observe-host';
export { observeHost } from './observe-host';
export type { AgentLog } from './publish/agent-log';
export type { FilledNodeReport, NodeReportInput } from './publish/node-report';
export { buildNodeReport, verdictLabel } from './publish/node-report';
export type { AgentOptions } from './agent-options';
export { runAgent } from './run-agent';
