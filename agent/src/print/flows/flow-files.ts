import { stringify } from 'csv-stringify/sync';
import { create } from 'xmlbuilder2';
import type { FlowDocument } from './flow-document';
import { escape, tableRow } from '../markdown';
import { nodeVerdictOfFlows } from './flow-words';
import { verdictSymbols } from '../verdict-symbols';
import { verdictWords } from '../wording';

const columns = ['from', 'peer', 'flow', 'port', 'packetBytes', 'verdict', 'outcome', 'method', 'said'] as const;

/** RFC 4180, one record per flow. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const flowCsv = ({ flows, from = [] }: FlowDocument): string =>
  stringify(
    flows.map((flow) => ({ ...flow, from: from.join(' ') })),
    { header: true, columns: [...columns], record_delimiter: 'windows', escape_formulas: true },
  );

/** GitHub-flavoured Markdown: one table, every text escaped. */
export function flowMarkdown({ flows, from = [], verdict, summary, testedAt }: FlowDocument, unicode: boolean): string {
  const symbols = verdictSymbols(unicode);
  const counts = Object.entries(summary).map(([outcome, count]) => `${String(count)} ${outcome}`);
  return `${[
    '# Calico flows of this host',
    '',
    `- Result: **${nodeVerdictOfFlows[verdict]}** (${counts.join(', ')})`,
    ...(from.length === 0 ? [] : [`- From: ${escape(from.join(', '))}`]),
    `- Tested: ${escape(testedAt)}`,
    '',
    tableRow(['Verdict', 'Peer', 'Flow', 'Outcome', 'Seen']),
    '| --- | --- | --- | --- | --- |',
    ...flows.map((flow) =>
      tableRow([
        `${escape(symbols[flow.verdict])} ${verdictWords[flow.verdict]}`,
        escape(flow.peer),
        escape(placeOf(flow)),
        flow.outcome,
        escape(flow.said),
      ]),
    ),
  ].join('\n')}\n`;
}

/** JUnit XML, red exactly when the exit status is not 0: what is blocked is a failure, what was not tested an error. */
export function flowJunit({ flows, testedAt }: FlowDocument): string {
  const count = (verdict: string): string => String(flows.filter((flow) => flow.verdict === verdict).length);
  const counts = { tests: String(flows.length), failures: count('Fail'), errors: count('Unknown'), skipped: '0' };
  const suites = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', { name: 'Calico flows', ...counts });
  const suite = suites.ele('testsuite', {
    name: 'Calico flows',
    timestamp: testedAt.replace(/(\.\d+)?Z$/, ''),
    ...counts,
  });
  for (const flow of flows) {
    const test = suite.ele('testcase', {
      name: `${placeOf(flow)} to ${flow.peer}`,
      classname: 'calico-readiness.flows',
    });
    if (flow.verdict === 'Pass') continue;
    const kind = flow.verdict === 'Fail' ? 'failure' : 'error';
    test.ele(kind, { message: flow.outcome, type: flow.outcome }).txt(flow.said);
  }
  return `${suites.end({ prettyPrint: true })}\n`;
}

const placeOf = ({ flow, port, packetBytes }: FlowDocument['flows'][number]): string =>
  [flow, port, packetBytes].filter((part) => part !== undefined).join(' ');
