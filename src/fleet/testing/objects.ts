import { catalogue, declareProfile } from '@calico-readiness/requirements';
import type { ReportedFinding, Verdict } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject, NodeObject } from '../../k8s/models';

/** Midday of the tests, milliseconds since 1970. */
export const testNow = Date.parse('2026-11-22T12:00:00Z');

export const isoAgo = (seconds: number, now = testNow): string => new Date(now - seconds * 1000).toISOString();

interface NodeWish {
  readonly role?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly osImage?: string;
}

/** A Node whose uid derives from its name. */
export const nodeObject = (
  name: string,
  { role = 'worker', labels = {}, osImage = '' }: NodeWish = {},
): NodeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, uid: `uid-${name}`, labels: { [`node-role.kubernetes.io/${role}`]: '', ...labels } },
  status: { nodeInfo: { osImage } },
});

/** A finding of a report, `<requirement> <verdict> <reason>`. */
export function finding(text: string, more: Partial<ReportedFinding> = {}): ReportedFinding {
  const [requirement = '', verdict = '', reason = 'Met'] = text.split(' ');
  return { requirement, verdict: verdict as Verdict, reason, observed: '', ...more };
}

interface ReportWish {
  readonly findings?: readonly ReportedFinding[];
  readonly age?: number;
  readonly now?: number;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** A report in which every requirement passes, apart from the findings named. */
export function reportObject(name: string, { findings = [], age = 60, now = testNow, status = {} }: ReportWish = {}) {
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
      nodeUID: `uid-${name}`,
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

/** What every flow says before anybody has tested it. */
export const untestedFlows = (): ReportedFinding[] =>
  catalogue
    .filter((requirement) => requirement.scope === 'flow')
    .map((requirement) => finding(`${requirement.id} Unknown NotTested`));

export const poolObject = (name: string): MachineConfigPoolObject => ({
  metadata: { name },
  spec: { nodeSelector: { matchLabels: { [`node-role.kubernetes.io/${name}`]: '' } } },
});
