import type { ClusterReport, NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { foundObject, noClusterObjects } from '@calico-readiness/requirements';
import { summarizeFleet } from '../../src/controller/report/fleet';
import { readNode } from '../../src/controller/report/known-node';
import { clusterReportStatus } from '../../src/controller/report/cluster-report';
import { ReportReader } from '../../src/controller/report/report-summary';
import { policyStatusOf } from '../../src/controller/profile/policy-status';
import { agentVersion } from '../../src/foundation/agent-version';
import { observeHost } from '../../src/observation/observe-host';
import { buildNodeReport } from '../../src/publish/node-report';
import { readPublishedProfile } from '../../src/publish/published-profile';
import { fixtureHosts } from '../fixture-hosts';

/** One that is ready, one that is not, one of OpenShift. */
const hosts = ['debian-12-rt-amd64-prepared', 'rhel-9.4-firewalld', 'rhcos-4.20'];
const now = '2026-01-01T00:00:00.000Z';
const apiVersion = 'calicoreadiness.io/v1alpha1';

/** What this version writes to the API, by the name of its file: the same on every machine and at any time. */
export async function recordedObjects(): Promise<{ readonly version: string; readonly files: object }> {
  const policy = recordedPolicy();
  const reports: NodeReport[] = [];
  for (const name of hosts) {
    const host = fixtureHosts.find((candidate) => candidate.name === name);
    if (host === undefined) throw new Error(`There is no fixture host ${name}`);
    const published = readPublishedProfile(policy, name)?.profile ?? policy.status.profile;
    const observation = await observeHost({ hostRoot: host.root, profile: published });
    const input = { ...observation, nodeName: name, nodeUID: `uid-of-${name}`, bootID: `boot-of-${name}` };
    reports.push(buildNodeReport({ ...input, agentVersion, observedAt: now, reportIntervalSeconds: 900 }));
  }
  return {
    version: agentVersion,
    files: {
      ...Object.fromEntries(reports.map((report) => [`node-report.${report.metadata.name}.json`, report])),
      'readiness-policy.json': policy,
      'cluster-report.json': clusterReportOf(reports, policy),
    },
  };
}

function recordedPolicy() {
  const policy: ReadinessPolicy = {
    apiVersion,
    kind: 'ReadinessPolicy',
    metadata: { name: 'cluster', generation: 1 },
    spec: { profile: { wireguard: true, sctp: true }, reportIntervalSeconds: 900 },
  };
  const felixConfigurations = foundObject({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'FelixConfigurationList',
    items: [
      { metadata: { name: 'default' }, spec: { vxlanPort: 4790 } },
      { metadata: { name: `node.${hosts[1] ?? ''}` }, spec: { vxlanPort: 4791 } },
    ],
  });
  const objects = { ...noClusterObjects, felixConfigurations };
  return { ...policy, status: policyStatusOf({ policy, objects, unread: [], previous: undefined, now }) };
}

function clusterReportOf(reports: readonly NodeReport[], policy: ReadinessPolicy): ClusterReport {
  const reader = new ReportReader();
  const nodes = reports.map(({ metadata: { name } }) => [
    name,
    readNode({ metadata: { name, uid: `uid-of-${name}` } }),
  ]);
  const fleet = summarizeFleet(
    {
      nodes: new Map(nodes as [string, { uid: string }][]),
      reports: new Map(
        reports.flatMap((report) => {
          const read = reader.read({ ...report });
          return read === undefined ? [] : [[report.metadata.name, read] as const];
        }),
      ),
    },
    Date.parse(now),
  );
  return {
    apiVersion,
    kind: 'ClusterReport',
    metadata: { name: 'cluster' },
    status: clusterReportStatus({
      fleet,
      profile: policy.status?.profile,
      openshift: { status: 'absent' },
      previous: undefined,
      now,
    }),
  } as ClusterReport;
}
