import type { KubernetesObject } from '../kubernetes-object';
import { ageColumn, ago, at, nameColumn, type TableColumn } from './table-column';

type Type = TableColumn['type'];

/** A printer column of a custom resource: null where there is nothing at its path. */
const column = (name: string, type: Type, priority: 0 | 1, ...path: readonly string[]): TableColumn => ({
  name,
  type,
  format: '',
  priority,
  cell: (object) => shown(type, at(object, ...path)),
});

const shown = (type: Type, value: unknown): string | number | null => {
  if (type === 'date') return ago(value);
  return typeof value === (type === 'integer' ? 'number' : 'string') ? (value as string | number) : null;
};

const ofCondition = (name: string, priority: 0 | 1, type: string, field: string): TableColumn => ({
  ...column(name, 'string', priority),
  cell: (object: KubernetesObject) => {
    const conditions = at(object, 'status', 'conditions');
    const found = Array.isArray(conditions) ? conditions.find((one) => at(one, 'type') === type) : undefined;
    return shown('string', at(found, field));
  },
});

/** The printer columns of NodeReport, as its custom resource definition has them. */
export const nodeReportColumns: readonly TableColumn[] = [
  nameColumn,
  column('Verdict', 'string', 0, 'status', 'verdict'),
  column('Fails', 'integer', 0, 'status', 'summary', 'fail'),
  column('Unknown', 'integer', 0, 'status', 'summary', 'unknown'),
  column('Worst', 'string', 0, 'status', 'worst'),
  ofCondition('Connectivity', 0, 'ConnectivityVerified', 'reason'),
  column('Observed', 'date', 0, 'status', 'observedAt'),
  column('Warns', 'integer', 1, 'status', 'summary', 'warn'),
  { ...ageColumn, priority: 1 },
  column('Calico', 'string', 1, 'status', 'calicoVersion'),
  column('OS', 'string', 1, 'status', 'facts', 'operatingSystem', 'prettyName'),
  column('Kernel', 'string', 1, 'status', 'facts', 'kernelRelease'),
  column('Agent', 'string', 1, 'status', 'agentVersion'),
  ofCondition('Message', 1, 'Ready', 'message'),
  column('ObservedAt', 'string', 1, 'status', 'observedAt'),
  column('Compact', 'string', 1, 'status', 'compact'),
];
