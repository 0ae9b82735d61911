import {
  catalogueVersion,
  declareProfile,
  evaluateNode,
  fromReportedFacts,
  nodeVerdict,
  summarize,
} from '@calico-readiness/requirements';
import type { ClusterProfile, NodeReport, ReportedFacts } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject, NodeObject } from '../../../k8s/models';

/** What a test wants of one node; the rest is a healthy RHCOS worker whose report has just come. */
export interface NodeWish {
  readonly name: string;
  readonly uid?: string;
  readonly role?: string;
  readonly facts?: ReportedFacts;
  readonly profile?: ClusterProfile;
  /** Seconds since the observation. */
  readonly age?: number;
}

/** The Node of the wish. */
export const nodeObject = ({ name, uid = `uid-${name}`, role = 'worker' }: NodeWish): NodeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, uid, labels: { [`node-role.kubernetes.io/${role}`]: '', 'node-role.kubernetes.io/worker': '' } },
  status: { nodeInfo: { osImage: 'Red Hat Enterprise Linux CoreOS 9.6.20250701-0 (Plow)' } },
});

/** RHCOS that ignores Calico's interfaces and runs no firewall; what is left out was not observed. */
export const healthyFacts: ReportedFacts = {
  architecture: 'x86_64',
  kernelRelease: '5.14.0-570.12.1.el9_6.x86_64',
  operatingSystem: { id: 'rhcos', versionId: '4.20', variantId: 'coreos' },
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/conf.d/sdn.conf'],
    manages: {
      'cali*': false,
      tunl0: false,
      'vxlan.calico': false,
      'vxlan-v6.calico': false,
      'wireguard.cali': false,
      'wg-v6.cali': false,
    },
  },
};

/** NetworkManager takes tunl0, as on stock RHCOS. */
export const tunnelManaged: ReportedFacts = {
  ...healthyFacts,
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/conf.d/sdn.conf'],
    manages: { 'cali*': false, tunl0: true },
  },
};

/** The report that an agent would write for the wish, as the API gives it. */
export function reportObject({
  name,
  uid = `uid-${name}`,
  facts = healthyFacts,
  profile = declareProfile({}, 'test'),
  age = 60,
}: NodeWish): NodeReport {
  const findings = evaluateNode(fromReportedFacts(facts), profile);
  const observedAt = new Date(Date.now() - age * 1000).toISOString();
  return {
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'NodeReport',
    metadata: { name },
    status: {
      nodeUID: uid,
      agentVersion: '0.1.0',
      catalogueVersion,
      calicoVersion: 'v3.25',
      observedAt,
      reportIntervalSeconds: 900,
      verdict: nodeVerdict(findings),
      summary: summarize(findings),
      profile,
      findings: findings.map((finding) => ({ ...finding, since: observedAt })),
      facts,
      conditions: [],
    },
  };
}

/** A pool that selects the nodes of its role, and the MachineConfigs of the roles. */
export const poolObject = (name: string, roles: readonly string[], paused = false): MachineConfigPoolObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfigPool',
  metadata: { name },
  spec: {
    paused,
    nodeSelector: { matchLabels: { [`node-role.kubernetes.io/${name}`]: '' } },
    machineConfigSelector: {
      matchExpressions: [{ key: 'machineconfiguration.openshift.io/role', operator: 'In', values: roles }],
    },
  },
});
