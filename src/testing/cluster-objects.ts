import type { MachineConfigPoolObject, NodeObject } from '../k8s/models';
import { judgedReport } from './reports';
import type { JudgedReportWish } from './reports';

interface NodeWish {
  readonly uid?: string;
  readonly role?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly osImage?: string;
}

const rhcos = 'Red Hat Enterprise Linux CoreOS 9.6.20250701-0 (Plow)';
const roleLabel = (role: string) => ({ [`node-role.kubernetes.io/${role}`]: '' });

/** A Node whose uid derives from its name. Those of custom pools are workers, too, as OpenShift wants it. */
export const nodeObject = (
  name: string,
  { uid = `uid-${name}`, role = 'worker', labels = {}, osImage = rhcos }: NodeWish = {},
): NodeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, uid, labels: { ...roleLabel(role), ...(role !== 'master' && roleLabel('worker')), ...labels } },
  status: { nodeInfo: { osImage } },
});

/** A pool that selects the nodes of its role, and the MachineConfigs of the roles. */
export const poolObject = (
  name: string,
  { roles = [name], paused = false }: { readonly roles?: readonly string[]; readonly paused?: boolean } = {},
): MachineConfigPoolObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfigPool',
  metadata: { name },
  spec: {
    paused,
    nodeSelector: { matchLabels: roleLabel(name) },
    machineConfigSelector: {
      matchExpressions: [{ key: 'machineconfiguration.openshift.io/role', operator: 'In', values: roles }],
    },
  },
});

/** A node together with the host that reports about it. */
export interface ReportingNode extends Omit<NodeWish, 'osImage'>, JudgedReportWish {
  readonly name: string;
}

export const nodesOf = (wishes: readonly ReportingNode[]): NodeObject[] =>
  wishes.map((wish) => nodeObject(wish.name, wish));

export const reportsOf = (wishes: readonly ReportingNode[]) => wishes.map((wish) => judgedReport(wish.name, wish));
