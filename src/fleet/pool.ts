import type { LabelRequirement, LabelSelector, MachineConfigPoolObject } from '../k8s/models';

/** A group of nodes that are configured together: a MachineConfigPool, or else a node role. */
export interface Pool {
  readonly name: string;
  /** Whether a MachineConfigPool of that name exists. */
  readonly managed: boolean;
}

type Labels = Readonly<Record<string, string>>;

const rolePrefix = 'node-role.kubernetes.io/';
const controlPlaneRoles = ['master', 'control-plane'];

/**
 * The pool of a node by the rules of the Machine Config Operator: master before custom before worker. Without
 * a pool that selects the node, its role stands for it; null when it has none either.
 */
export function poolOf(labels: Labels, pools: readonly MachineConfigPoolObject[]): Pool | null {
  const names = pools
    .filter((pool) => selects(pool.spec?.nodeSelector, labels))
    .map((pool) => pool.metadata?.name ?? '')
    .sort();
  const name =
    names.find((candidate) => candidate === 'master') ?? names.find((candidate) => candidate !== 'worker') ?? names[0];
  if (name !== undefined && name !== '') return { name, managed: true };
  const role = roleOf(labels);
  return role === null ? null : { name: role, managed: false };
}

function roleOf(labels: Labels): string | null {
  const roles = Object.keys(labels)
    .filter((key) => key.startsWith(rolePrefix) && key.length > rolePrefix.length)
    .map((key) => key.slice(rolePrefix.length))
    .sort();
  return (
    roles.find((role) => controlPlaneRoles.includes(role)) ??
    roles.find((role) => role !== 'worker') ??
    roles[0] ??
    null
  );
}

/** Whether a label selector selects these labels; one that is missing or empty selects nothing here, as for a pool. */
export function selects(selector: LabelSelector | undefined, labels: Labels): boolean {
  const equalities = Object.entries(selector?.matchLabels ?? {});
  const expressions = selector?.matchExpressions ?? [];
  if (equalities.length + expressions.length === 0) return false;
  return (
    equalities.every(([key, value]) => labels[key] === value) &&
    expressions.every((expression) => holds(expression, labels))
  );
}

function holds({ key, operator, values = [] }: LabelRequirement, labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      // A selector that is not understood selects nothing; the node's role stands in for its pool.
      return false;
  }
}
