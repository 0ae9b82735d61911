import { fromReportedFacts } from '@calico-readiness/requirements';
import type { HostFacts, ReportedFacts } from '@calico-readiness/requirements';
import rhcos from '../../../../agent/fixtures/hosts/rhcos-4.20/report.golden.json';
import rhel10 from '../../../../agent/fixtures/hosts/rhel-10-without-extra-modules/report.golden.json';
import rhel8 from '../../../../agent/fixtures/hosts/rhel-8.6-prepared/report.golden.json';
import rhel9 from '../../../../agent/fixtures/hosts/rhel-9.4-firewalld/report.golden.json';

/** The agent's golden reports are written by the agent, whose types say what is in them. */
const factsOf = ({ status }: { readonly status: { readonly facts: unknown } }): HostFacts =>
  fromReportedFacts(status.facts as ReportedFacts);

/** What the agent sees on its host fixtures. */
export const fixtureFacts = {
  rhcos: factsOf(rhcos),
  rhel8: factsOf(rhel8),
  rhel9: factsOf(rhel9),
  rhel10: factsOf(rhel10),
} as const satisfies Readonly<Record<string, HostFacts>>;
