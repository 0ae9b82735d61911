import { isRecord, type KubernetesObject } from '../kubernetes-object';
import { ago, at, nameColumn, type TableColumn } from './table-column';

const column = (name: string, priority: 0 | 1, cell: (node: KubernetesObject) => string): TableColumn => ({
  name,
  type: 'string',
  format: '',
  priority,
  cell,
});

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOr = (otherwise: string, value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
const info = (node: KubernetesObject, field: string): unknown => at(node, 'status', 'nodeInfo', field);

const statusOf = (node: KubernetesObject): string => {
  const ready = list(at(node, 'status', 'conditions')).find((one) => at(one, 'type') === 'Ready');
  const word = !isRecord(ready) ? 'Unknown' : ready['status'] === 'True' ? 'Ready' : 'NotReady';
  return at(node, 'spec', 'unschedulable') === true ? `${word},SchedulingDisabled` : word;
};

const rolePrefix = 'node-role.kubernetes.io/';
const rolesOf = ({ metadata: { labels = {} } }: KubernetesObject): string =>
  Object.keys(labels)
    .filter((label) => label.startsWith(rolePrefix) && label.length > rolePrefix.length)
    .map((label) => label.slice(rolePrefix.length))
    .sort()
    .join(',') || '<none>';

const addressOf = (node: KubernetesObject, type: string): string => {
  const found = list(at(node, 'status', 'addresses')).find((one) => at(one, 'type') === type);
  return textOr('<none>', at(found, 'address'));
};

/** The columns of Nodes (k8s.io/kubernetes/pkg/printers/internalversion). */
export const nodeColumns: readonly TableColumn[] = [
  nameColumn,
  column('Status', 0, statusOf),
  column('Roles', 0, rolesOf),
  column('Age', 0, ({ metadata }) => ago(metadata.creationTimestamp) ?? '<unknown>'),
  column('Version', 0, (node) => textOr('', info(node, 'kubeletVersion'))),
  column('Internal-IP', 1, (node) => addressOf(node, 'InternalIP')),
  column('External-IP', 1, (node) => addressOf(node, 'ExternalIP')),
  column('OS-Image', 1, (node) => textOr('<unknown>', info(node, 'osImage'))),
  column('Kernel-Version', 1, (node) => textOr('<unknown>', info(node, 'kernelVersion'))),
  column('Container-Runtime', 1, (node) => textOr('<unknown>', info(node, 'containerRuntimeVersion'))),
];
