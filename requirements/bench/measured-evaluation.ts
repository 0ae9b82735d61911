import { catalogue } from '../src/catalogue';
import { evaluateNode } from '../src/evaluation/evaluate-node';
import { fromReportedFacts, toReportedFacts } from '../src/evaluation/reported-facts';
import { nodeVerdict } from '../src/evaluation/summarize';
import type { HostFacts } from '../src/model/host-facts';
import type { ReportedFacts } from '../src/model/report/reported-facts';
import { everything, fleetOfHosts } from './fleet-of-hosts';
import { describeCpu, measureCpu } from './measure-cpu';

const nodes = 5_000;
const hosts = fleetOfHosts(nodes);
// Parsed anew for every round: the nodes of a fleet say much the same, and share no object that says it.
const factTexts = hosts.map((facts) => JSON.stringify(facts));
const reportTexts = hosts.map((facts) => JSON.stringify(toReportedFacts(facts)));

const judge = (facts: HostFacts): void => {
  nodeVerdict(evaluateNode(facts, everything));
};

const fromFacts = measureCpu(
  () => factTexts.map((text) => JSON.parse(text) as HostFacts),
  (fleet) => fleet.forEach(judge),
);
const fromReports = measureCpu(
  () => reportTexts.map((text) => JSON.parse(text) as ReportedFacts),
  (fleet) => fleet.forEach((reported) => judge(fromReportedFacts(reported))),
);

const findings = hosts.reduce((sum, facts) => sum + evaluateNode(facts, everything).length, 0);
process.stdout.write(
  `${String(nodes)} nodes × ${String(catalogue.length)} requirements, every feature on, one thread, bundled\n`,
);
process.stdout.write(describeCpu('from facts', fromFacts, findings, 'a finding'));
process.stdout.write(describeCpu('from the facts of reports', fromReports, findings, 'a finding'));
process.stdout.write(`from reports takes ${(fromReports.best / fromFacts.best).toFixed(2)} of the time from facts\n`);
