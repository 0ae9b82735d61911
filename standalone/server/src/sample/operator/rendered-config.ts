import { createHash } from 'node:crypto';
import { isRecord, type KubernetesObject } from '../../kubernetes/kubernetes-object';

/** What a node gets from all MachineConfigs of its pool, as far as the sample's agents look at it. */
export interface RenderedConfig {
  readonly name: string;
  readonly source: readonly string[];
  /** Contents as they stand in the configuration, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly maskedUnits: readonly string[];
}

const roleLabel = 'machineconfiguration.openshift.io/role';

export const roleOf = ({ metadata }: KubernetesObject): string | undefined => metadata.labels?.[roleLabel];

/** The roles that a pool selects, by matchLabels or by `In`: the sample's pools do nothing else. */
const rolesOfPool = (pool: KubernetesObject): readonly string[] => {
  const selector = record(record(pool['spec'])['machineConfigSelector']);
  const label = record(selector['matchLabels'])[roleLabel];
  const values = list(selector['matchExpressions']).flatMap((expression) => list(record(expression)['values']));
  return [label, ...values].filter((role): role is string => typeof role === 'string');
};

/**
 * What the Machine Config Operator would render for a pool: those of the role worker before those of a custom role,
 * each by name; the last one to set a file or a unit wins (pkg/controller/common/helpers.go, MergeMachineConfigs).
 */
export const renderPool = (pool: KubernetesObject, configs: readonly KubernetesObject[]): RenderedConfig => {
  const roles = rolesOfPool(pool);
  const selected = configs
    .filter((config) => roles.includes(roleOf(config) ?? ''))
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const files: Record<string, string> = {};
  const masks: Record<string, boolean> = {};
  for (const config of selected) {
    const ignition = record(record(config['spec'])['config']);
    for (const entry of list(record(ignition['storage'])['files']).map(record)) {
      files[String(entry['path'])] = String(record(entry['contents'])['source'] ?? '');
    }
    for (const entry of list(record(ignition['systemd'])['units']).map(record)) {
      if (typeof entry['mask'] === 'boolean') masks[String(entry['name'])] = entry['mask'];
    }
  }
  const maskedUnits = Object.keys(masks).filter((unit) => masks[unit]);
  const hash = createHash('md5')
    .update(JSON.stringify([files, maskedUnits]))
    .digest('hex');
  return {
    name: `rendered-${pool.metadata.name}-${hash}`,
    source: selected.map(({ metadata }) => metadata.name),
    files,
    maskedUnits,
  };
};

/** The pool with this target. */
export const aimedAt = (pool: KubernetesObject, { name, source }: RenderedConfig): KubernetesObject => ({
  ...pool,
  spec: {
    ...record(pool['spec']),
    configuration: {
      name,
      source: source.map((config) => ({
        apiVersion: 'machineconfiguration.openshift.io/v1',
        kind: 'MachineConfig',
        name: config,
      })),
    },
  },
});

const orderOf = (config: KubernetesObject): string => `${roleOf(config) === 'worker' ? 0 : 1} ${config.metadata.name}`;
const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
