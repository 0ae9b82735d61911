import type { ClusterProfile, TestedFacts } from '@calico-readiness/requirements';
import { agentVersion } from '../foundation/agent-version';
import { HostRootError } from '../host/host-root';
import type { Observation } from '../observation/observe-host';
import { observeHost } from '../observation/observe-host';
import { describeFindings } from '../print/describe-findings';
import { describeRoots } from '../print/describe-roots';
import type { PrintableReport, PrintStyle } from '../print/printable-report';
import type { OutputFormat } from '../print/printers';
import { loadPrinter } from '../print/printers';
import { buildNodeReport } from '../publish/node-report';
import { exitStatusOf, UsageError } from './exit-status';

export interface CheckOptions {
  readonly hostRoot: string;
  readonly kernelRelease?: string;
  readonly profile: ClusterProfile;
  /** What requests of this host showed. */
  readonly tested?: TestedFacts;
  readonly output: OutputFormat;
}

/** What a check prints, and the exit status it ends with. */
export interface CheckResult {
  readonly text: string;
  readonly exitStatus: number;
}

/** A check happens once; the interval stands in the report because its schema wants one, and is the agent's default. */
const reportIntervalSeconds = 900;

/** Observes one host once and prints what it means. Throws UsageError when the host root is no directory. */
export async function check({ output, ...options }: CheckOptions, style: PrintStyle): Promise<CheckResult> {
  const [seen, print] = await Promise.all([observe(options), loadPrinter[output]()]);
  const observation = seen.findings.some(({ verdict }) => verdict === 'Fail' || verdict === 'Warn')
    ? // What lays a change over the host is not loaded for one that needs none.
      await (await import('../prediction/guide-predictions')).withPredictions(options, seen)
    : seen;
  return { text: print(printableReport(observation), style), exitStatus: exitStatusOf(observation.verdict) };
}

async function observe(options: Omit<CheckOptions, 'output'>): Promise<Observation> {
  try {
    return await observeHost(options);
  } catch (error) {
    if (error instanceof HostRootError) throw new UsageError(`option '--host-root <directory>': ${error.message}`);
    throw error;
  }
}

/** What a printer may print of an observation. */
export function printableReport(observation: Observation): PrintableReport {
  const { facts, findings, predictions, profile, bootID, observedAt, connectivity } = observation;
  const node = observation.hostName ?? 'host';
  const report = buildNodeReport({
    facts,
    findings,
    profile,
    nodeName: node,
    ...(bootID !== undefined && { bootID }),
    ...(predictions !== undefined && { predictions }),
    agentVersion,
    observedAt,
    reportIntervalSeconds,
  });
  return {
    node,
    report,
    connectivity,
    roots: describeRoots(findings, facts),
    findings: describeFindings(findings, facts, profile, predictions),
  };
}
