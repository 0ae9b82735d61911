export { buildNodeReport, verdictLabel, type FilledNodeReport, type NodeReportInput } from './publish/node-report';
