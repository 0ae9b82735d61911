import type { NodeChange, MachineConfigObject } from '@calico-readiness/requirements';
import { machineConfig, nodePoolConfig, yamlForm } from '@calico-readiness/requirements';
import { stringify } from 'yaml';

/** One file of an installation directory, or one ConfigMap for a NodePool. */
export interface Manifest {
  /** As the installer names its own: `99-<role>-….yaml`. */
  readonly fileName: string;
  readonly text: string;
}

/** Where the nodes get their configuration: from MachineConfigs of the cluster, or of a NodePool on a management cluster. */
export type ManifestForm = 'machine-config' | 'node-pool-config';

/** A manifest for each role and each change: the objects that the guides write, without the pages' remarks. */
export const manifestsFor = (
  changes: readonly NodeChange[],
  roles: readonly string[],
  form: ManifestForm,
): readonly Manifest[] =>
  roles.flatMap((role) =>
    changes.map(({ guide, change }) => {
      const object = machineConfig({ role, guide, change });
      return { fileName: `${object.metadata.name}.yaml`, text: textOf[form](object) };
    }),
  );

const machineConfigText = (object: MachineConfigObject): string => stringify(object, yamlForm);

const textOf: Readonly<Record<ManifestForm, (object: MachineConfigObject) => string>> = {
  'machine-config': machineConfigText,
  'node-pool-config': (object) =>
    stringify(nodePoolConfig(object, machineConfigText), { ...yamlForm, blockQuote: 'literal' }),
};
