import {
  apiGroup,
  apiVersion,
  catalogueVersion,
  declareProfile,
  evaluateNode,
  nodeVerdict,
  summarize,
  toReportedFacts,
} from '@calico-readiness/requirements';
import type { NodeReport } from '@calico-readiness/requirements';
import { fleetOfHosts } from '../../requirements/bench/fleet-of-hosts';
import type { WhatIfValues } from '../fleet/what-if/what-if-profile';
import type { MachineConfigPoolObject, NodeObject } from '../k8s/models';

/** When the reports are read, in milliseconds since 1970. */
export const readAt = Date.parse('2026-01-01T12:00:00Z');

/** What the API answers about a fleet, one JSON text for each object: every reader parses objects of its own. */
export interface FleetTexts {
  readonly nodes: readonly string[];
  readonly reports: readonly string[];
  readonly pools: readonly string[];
}

const roles = ['worker', 'infra', 'storage'] as const;
const roleLabel = (role: string) => ({ [`node-role.kubernetes.io/${role}`]: '' });

/** A fleet in three pools, judged for what Calico does when nobody says otherwise; the same for the same number. */
export function fleetTexts(size: number): FleetTexts {
  const profile = declareProfile({}, 'benchmark');
  const names = Array.from({ length: size }, (_, index) => `node-${String(index).padStart(5, '0')}.example`);
  return {
    nodes: names.map((name, index) => JSON.stringify(nodeOf(name, roles[index % roles.length] ?? 'worker'))),
    reports: fleetOfHosts(size).map((facts, index) => {
      const findings = evaluateNode(facts, profile);
      const { since, observedAt } = { since: minutesAgo(1440 * (index % 9)), observedAt: minutesAgo(index % 15) };
      return JSON.stringify({
        apiVersion: `${apiGroup}/${apiVersion}`,
        kind: 'NodeReport',
        metadata: { name: names[index] ?? '' },
        status: {
          nodeUID: `uid-${names[index] ?? ''}`,
          observedAt,
          reportIntervalSeconds: 900,
          agentVersion: '0.1.0',
          catalogueVersion,
          calicoVersion: profile.calicoVersion.value,
          verdict: nodeVerdict(findings),
          summary: summarize(findings),
          profile,
          findings: findings
            .filter(({ verdict }) => verdict !== 'NotApplicable')
            .map((finding) => ({ ...finding, since })),
          notApplicable: findings
            .filter(({ verdict }) => verdict === 'NotApplicable')
            .map(({ requirement }) => requirement),
          facts: toReportedFacts(facts),
          conditions: [],
        },
      } satisfies NodeReport);
    }),
    pools: roles.map((role) => JSON.stringify(poolOf(role))),
  };
}

/** What a person may ask: eBPF on every node, with all that it brings along. */
export const asked = {
  dataplane: 'BPF',
  encapsulation: ['VXLAN'],
  ipFamilies: ['IPv4', 'IPv6'],
  wireguard: true,
} as const satisfies WhatIfValues;

const minutesAgo = (minutes: number): string => new Date(readAt - minutes * 60_000).toISOString();

const nodeOf = (name: string, role: string): NodeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, uid: `uid-${name}`, labels: { ...roleLabel('worker'), ...roleLabel(role) } },
  status: { nodeInfo: { osImage: 'Red Hat Enterprise Linux CoreOS 9.6.20250701-0 (Plow)' } },
});

const poolOf = (role: string): MachineConfigPoolObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfigPool',
  metadata: { name: role },
  spec: { nodeSelector: { matchLabels: roleLabel(role) } },
});
