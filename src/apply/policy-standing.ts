import { machineConfigurationName } from '@calico-readiness/requirements';
import type { DisruptionEntry } from '@calico-readiness/requirements';
import type { K8sResourceCommon } from '../console/watch-list';
import { asList, asNumberBetween, asRecord, asText } from '../k8s/untyped';
import { readPolicies } from './expected-actions';
import type { ClusterPolicies, OperatorAction } from './expected-actions';

/** What we read of a MachineConfiguration; untrusted. */
export interface MachineConfigurationResource extends K8sResourceCommon {
  readonly spec?: object;
  readonly status?: object;
}

/** Node disruption policies of a cluster that has them. */
export interface ClusterDisruption {
  readonly object: MachineConfigurationResource;
  /** What the specification asks for. */
  readonly wished: ClusterPolicies;
  /** What the operator goes by; it takes none while it has not read the specification. */
  readonly inForce: ClusterPolicies;
  readonly isRead: boolean;
}

/** Undefined for a release without them: the operator then writes no such status. */
export function clusterDisruption(objects: readonly MachineConfigurationResource[]): ClusterDisruption | undefined {
  const object = objects.find(({ metadata }) => metadata?.name === machineConfigurationName);
  const status = asRecord(object?.status);
  const { clusterPolicies } = asRecord(status['nodeDisruptionPolicyStatus']);
  if (object === undefined || clusterPolicies === undefined) return undefined;
  const generation = object.metadata?.generation ?? 0;
  return {
    object,
    wished: readPolicies(asRecord(object.spec)['nodeDisruptionPolicy']),
    inForce: readPolicies(clusterPolicies),
    isRead: asNumberBetween(generation, Infinity, status['observedGeneration']) !== undefined,
  };
}

/** Where the policy of a guide's MachineConfig stands. */
export type PolicyStanding =
  | { readonly kind: 'open' }
  /** The operator has not taken it over. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'in-force' }
  /** The cluster has another policy for the path. */
  | { readonly kind: 'other'; readonly path: string };

/** `manager` is who applies the guide's policy. */
export function policyStanding(
  { object, wished, inForce, isRead }: ClusterDisruption,
  entries: readonly DisruptionEntry[],
  manager: string,
): PolicyStanding {
  const holds = ({ files }: ClusterPolicies) => entries.every((entry) => suffices(files.get(entry.path), entry));
  if (holds(wished)) return isRead && holds(inForce) ? { kind: 'in-force' } : { kind: 'waiting' };
  const other = entries.find(
    (entry) =>
      wished.files.has(entry.path) &&
      !suffices(wished.files.get(entry.path), entry) &&
      appliedPaths(object, manager).get(entry.path) !== 'alone',
  );
  return other === undefined ? { kind: 'open' } : { kind: 'other', path: other.path };
}

/** Whether these actions do what the entry wants, perhaps with more, and without a reboot. */
function suffices(actions: readonly OperatorAction[] | undefined, { actions: wanted }: DisruptionEntry): boolean {
  if (actions === undefined || actions.some(({ type }) => type === 'Reboot')) return false;
  return [...readPolicies({ files: [{ path: '/', actions: wanted }] }).files.values()]
    .flat()
    .every((wish) => actions.some(({ type, service }) => type === wish.type && service === wish.service));
}

/** The paths that a manager applied: alone, together with others who say the same, or edited by another one since. */
function appliedPaths(
  { metadata }: MachineConfigurationResource,
  manager: string,
): ReadonlyMap<string, 'alone' | 'shared' | 'edited'> {
  const managers = asList(metadata?.managedFields)
    .map(asRecord)
    .map((entry) => ({
      isOurs: entry['manager'] === manager && entry['operation'] === 'Apply',
      files: asRecord(asRecord(asRecord(asRecord(entry['fieldsV1'])['f:spec'])['f:nodeDisruptionPolicy'])['f:files']),
    }));
  const ours = managers.filter(({ isOurs }) => isOurs).flatMap(({ files }) => Object.entries(files));
  const others = managers.filter(({ isOurs }) => !isOurs);
  return new Map(
    ours.flatMap(([name, parts]) => {
      const path = pathOf(name);
      if (path === undefined) return [];
      const isEdited = !('f:actions' in asRecord(parts));
      return [[path, isEdited ? 'edited' : others.some(({ files }) => name in files) ? 'shared' : 'alone'] as const];
    }),
  );
}

/** `k:{"path":"/etc/a"}`, as the API server notes an entry. */
function pathOf(name: string): string | undefined {
  if (!name.startsWith('k:')) return undefined;
  try {
    return asText(asRecord(JSON.parse(name.slice(2)))['path']);
  } catch {
    return undefined;
  }
}

/**
 * Whether what a manager applied can be taken back; undefined where it applied nothing. Not once another one edited an
 * entry: an API server may then remove what the other wrote.
 */
export function canTakeBack(object: MachineConfigurationResource, manager: string): boolean | undefined {
  const applied = [...appliedPaths(object, manager).values()];
  return applied.length === 0 ? undefined : !applied.includes('edited');
}

/** Whether some manager's name begins so and has applied something: roles whose policy can be taken back. */
export const policyManagers = ({ metadata }: MachineConfigurationResource): readonly string[] =>
  asList(metadata?.managedFields)
    .map(asRecord)
    .flatMap(({ manager, operation }) => (operation === 'Apply' ? (asText(manager) ?? []) : []));
