import { catalogue } from '../src/catalogue';
import { evaluateNode } from '../src/evaluation/evaluate-node';
import { fromReportedFacts, toReportedFacts } from '../src/evaluation/reported-facts';
import { nodeVerdict } from '../src/evaluation/summarize';
import type { HostFacts } from '../src/model/host-facts';
import type { ReportedFacts } from '../src/model/report/reported-facts';
import { everything, fleetOfHosts } from './fleet-of-hosts';
import { cpuOf, describeCpu } from './measure-cpu';

const nodes = 5_000;
const rounds = 9;
const hosts = fleetOfHosts(nodes);
// Parsed anew for every round: the nodes of a fleet say much the same, and share no object that says it.
const factTexts = hosts.map((facts) => JSON.stringify(facts));
const reportTexts = hosts.map((facts) => JSON.stringify(toReportedFacts(facts)));

const judge = (facts: HostFacts): void => {
  nodeVerdict(evaluateNode(facts, everything));
};

const fromFacts: number[] = [];
const fromReports: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const facts = factTexts.map((text) => JSON.parse(text) as HostFacts);
  fromFacts.push(cpuOf(() => facts.forEach(judge))[0]);
  const reports = reportTexts.map((text) => JSON.parse(text) as ReportedFacts);
  fromReports.push(cpuOf(() => reports.forEach((reported) => judge(fromReportedFacts(reported))))[0]);
}

const findings = hosts.reduce((sum, facts) => sum + evaluateNode(facts, everything).length, 0);
process.stdout.write(
  `${String(nodes)} nodes × ${String(catalogue.length)} requirements, every feature on, one thread, bundled\n`,
);
process.stdout.write(describeCpu('from facts', fromFacts, findings, 'a finding'));
process.stdout.write(describeCpu('from the facts of reports', fromReports, findings, 'a finding'));
process.stdout.write(
  `from reports takes ${(Math.min(...fromReports) / Math.min(...fromFacts)).toFixed(2)} of the time from facts\n`,
);
