import { readFileSync } from 'node:fs';
import path from 'node:path';
import { declareProfile, evaluateNode, fromReportedFacts, nodeVerdict } from '@calico-readiness/requirements';
import type { NodeReport, ProfileValues, ReportedFacts } from '@calico-readiness/requirements';
import { reportObject } from './objects';

const golden = path.join(import.meta.dirname, '../../../agent/fixtures/hosts/debian-12-arm64-stock/report.golden.json');

/** What the agent sees on a stock Debian 12, from its own fixtures. */
const stockFacts = (JSON.parse(readFileSync(golden, 'utf8')) as NodeReport).status?.facts ?? {};

interface JudgedReportWish {
  /** What is different on this host. */
  readonly facts?: Partial<ReportedFacts>;
  readonly profile?: Partial<ProfileValues>;
}

/** A report as an agent would write it now: findings that follow from its facts. */
export function judgedReport(name: string, { facts: own = {}, profile: declared = {} }: JudgedReportWish = {}) {
  const facts = { ...stockFacts, ...own };
  const profile = declareProfile(declared, 'test');
  const findings = evaluateNode(fromReportedFacts(facts), profile);
  return reportObject(name, { now: Date.now(), status: { facts, profile, findings, verdict: nodeVerdict(findings) } });
}
