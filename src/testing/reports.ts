import {
  catalogue,
  catalogueVersion,
  declareProfile,
  evaluateNode,
  fromReportedFacts,
  nodeVerdict,
  summarize,
} from '@calico-readiness/requirements';
import type {
  ClusterProfile,
  ReportedFacts,
  ReportedFinding,
  ReportedPrediction,
  Verdict,
} from '@calico-readiness/requirements';
import { healthyFacts } from './host-facts';

/** Midday of the tests, milliseconds since 1970. */
export const testNow = Date.parse('2026-11-22T12:00:00Z');

export const isoAgo = (seconds: number, now = testNow): string => new Date(now - seconds * 1000).toISOString();

/** A finding of a report, `<requirement> <verdict> <reason>`. */
export function finding(text: string, more: Partial<ReportedFinding> = {}): ReportedFinding {
  const [requirement = '', verdict = '', reason = 'Met'] = text.split(' ');
  return { requirement, verdict: verdict as Verdict, reason, observed: '', ...more };
}

/** What every flow says before anybody has tested it. */
export const untestedFlows = (): ReportedFinding[] =>
  catalogue
    .filter((requirement) => requirement.scope === 'flow')
    .map((requirement) => finding(`${requirement.id} Unknown NotTested`));

interface ReportWish {
  readonly findings?: readonly ReportedFinding[];
  /** Of the Node that it is about. */
  readonly uid?: string;
  /** Seconds since the observation. */
  readonly age?: number;
  readonly now?: number;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** A report in which every requirement passes, apart from the findings named. */
export function reportObject(
  name: string,
  { findings = [], uid = `uid-${name}`, age = 60, now = testNow, status = {} }: ReportWish = {},
) {
  const named = new Map(findings.map((item) => [item.requirement, item]));
  const passes = catalogue
    .filter((requirement) => requirement.scope !== 'cluster')
    .map((requirement) => named.get(requirement.id) ?? finding(`${requirement.id} Pass`));
  const known = new Set<string>(passes.map((item) => item.requirement));
  return {
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'NodeReport',
    metadata: { name },
    status: {
      nodeUID: uid,
      observedAt: isoAgo(age, now),
      reportIntervalSeconds: 900,
      verdict: 'Ready',
      profile: declareProfile({}, 'test'),
      findings: [...passes, ...findings.filter((item) => !known.has(item.requirement))],
      facts: { operatingSystem: { id: 'rhcos', versionId: '4.20' } },
      ...status,
    },
  };
}

/** What a test wants of the host; the rest is a healthy RHCOS worker whose report has just come. */
export interface JudgedReportWish {
  readonly facts?: ReportedFacts;
  readonly profile?: ClusterProfile;
  readonly uid?: string;
  readonly age?: number;
  /** What the agent predicted of findings, by requirement. */
  readonly predictions?: Readonly<Record<string, ReportedPrediction>>;
}

/** A report as an agent would write it now: findings that follow from its facts. */
export function judgedReport(
  name: string,
  {
    facts = healthyFacts,
    profile = declareProfile({}, 'test'),
    uid = `uid-${name}`,
    age = 60,
    predictions = {},
  }: JudgedReportWish = {},
) {
  const now = Date.now();
  const findings = evaluateNode(fromReportedFacts(facts), profile);
  return reportObject(name, {
    uid,
    age,
    now,
    status: {
      agentVersion: '0.1.0',
      catalogueVersion,
      calicoVersion: 'v3.25',
      verdict: nodeVerdict(findings),
      summary: summarize(findings),
      profile,
      findings: findings.map((item) => ({
        ...item,
        since: isoAgo(age, now),
        ...(predictions[item.requirement] && { prediction: predictions[item.requirement] }),
      })),
      facts,
      conditions: [],
    },
  });
}
