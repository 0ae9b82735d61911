import { readIgnition } from '../k8s/machine-config';
import type { MachineConfigResource } from '../k8s/machine-config';
import { asList, asRecord, asText } from '../k8s/untyped';
import type { Untyped } from '../k8s/untyped';

/** What the operator does on a node; `service` is untrusted. */
export interface OperatorAction {
  readonly type: string;
  readonly service?: string;
}

/** The policies in force, by path and by unit: `status.nodeDisruptionPolicyStatus.clusterPolicies`. */
export interface ClusterPolicies {
  readonly files: ReadonlyMap<string, readonly OperatorAction[]>;
  readonly units: ReadonlyMap<string, readonly OperatorAction[]>;
}

/** The lists of a node disruption policy. */
export function readPolicies(policy: unknown): ClusterPolicies {
  const { files, units } = asRecord(policy);
  return { files: byKey(files, 'path'), units: byKey(units, 'name') };
}

const byKey = (list: unknown, key: string): ReadonlyMap<string, readonly OperatorAction[]> =>
  new Map(
    asList(list)
      .map(asRecord)
      .flatMap((entry) => {
        const name = asText(entry[key]);
        return name === undefined ? [] : [[name, asList(entry['actions']).map(asRecord).map(readAction)] as const];
      }),
  );

function readAction({ type, reload, restart }: Untyped): OperatorAction {
  const service = asText(asRecord(reload ?? restart)['serviceName']);
  return { type: asText(type) ?? '', ...(service !== undefined && { service }) };
}

/** Actions of which it is known what they do; the operator has one of its own beside them. */
const withoutReboot = ['Drain', 'Reload', 'Restart', 'DaemonReload', 'None'];

/**
 * What the operator does on each node for this change alone (pkg/daemon/update.go of the operator,
 * calculatePostConfigChangeNodeDisruptionAction); null for a reboot, and where nobody can say. Only the policy of the very
 * path counts here: whether that of a folder does hangs on the release.
 */
export function expectedActions(
  before: MachineConfigResource | undefined,
  after: MachineConfigResource | undefined,
  { files, units }: ClusterPolicies,
): readonly OperatorAction[] | null {
  if (JSON.stringify(restOf(before)) !== JSON.stringify(restOf(after))) return null;
  const changed = [
    ...changedNames(entriesOf(before, 'files'), entriesOf(after, 'files')).map((path) => files.get(path)),
    ...changedNames(entriesOf(before, 'units'), entriesOf(after, 'units')).map((unit) => units.get(unit)),
  ];
  if (changed.length === 0) return null;
  const actions = changed.flatMap((found) => found ?? [{ type: 'Reboot' }]);
  if (!actions.every(({ type }) => withoutReboot.includes(type))) return null;
  const distinct = [...new Map(actions.map((action) => [`${action.type} ${action.service ?? ''}`, action])).values()];
  const real = distinct.filter(({ type }) => type !== 'None');
  return real.length > 0 ? real : [{ type: 'None' }];
}

type Part = 'files' | 'units';

const configOf = (object: MachineConfigResource | undefined): Untyped => asRecord(asRecord(object?.spec)['config']);
const listOf = (object: MachineConfigResource | undefined, part: Part): readonly Untyped[] =>
  asList(asRecord(configOf(object)[part === 'files' ? 'storage' : 'systemd'])[part]).map(asRecord);

/** By path or name, what a node would see of it. */
function entriesOf(object: MachineConfigResource | undefined, part: Part): ReadonlyMap<string, string> {
  const texts = object === undefined ? undefined : readIgnition(object).files;
  return new Map(
    listOf(object, part).map((entry) => {
      const name = asText(entry[part === 'files' ? 'path' : 'name']) ?? '';
      const text = part === 'files' ? texts?.get(name) : undefined;
      return [name, JSON.stringify(text === undefined ? entry : { mode: entry['mode'], text })];
    }),
  );
}

const changedNames = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));

/** Everything that is neither file nor unit. An object that is not there has nothing. */
function restOf(object: MachineConfigResource | undefined): Untyped {
  const config = configOf(object);
  const parts = [
    without(asRecord(object?.spec), 'config'),
    without(config, 'ignition', 'storage', 'systemd'),
    without(asRecord(config['storage']), 'files'),
    without(asRecord(config['systemd']), 'units'),
  ];
  return Object.fromEntries(parts.flat().filter(([, value]) => !isNothing(value)));
}

const without = (fields: Untyped, ...names: readonly string[]): (readonly [string, unknown])[] =>
  Object.entries(fields).filter(([name]) => !names.includes(name));

/** A field that says nothing is as one that is not there. */
const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
