import type { GuideId } from '../model/requirement-id';
import { dataUrl } from './data-url';
import type { HostChange } from './host-change';
import { shellWord } from './shell-word';

/** The label by which a MachineConfigPool selects its MachineConfigs. */
export const machineConfigRoleLabel = 'machineconfiguration.openshift.io/role';

/** The label that says which guide a MachineConfig is from; whatever bears it was made by a guide, on the page or with `oc`. */
export const machineConfigGuideLabel = 'calicoreadiness.io/guide';

/** One file of an Ignition configuration, specification 3.2.0. `mode` is decimal: 420 is 0644. */
export interface IgnitionFile {
  readonly path: string;
  readonly mode: number;
  readonly overwrite: boolean;
  readonly contents: { readonly source: string };
}

/** One systemd unit of an Ignition configuration; masked, it is a link to /dev/null in /etc/systemd/system. */
export interface IgnitionUnit {
  readonly name: string;
  readonly mask: boolean;
  readonly enabled: boolean;
}

/** A MachineConfig of `machineconfiguration.openshift.io/v1` as far as the guides write one. */
export interface MachineConfigObject {
  readonly apiVersion: 'machineconfiguration.openshift.io/v1';
  readonly kind: 'MachineConfig';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly config: {
      readonly ignition: { readonly version: '3.2.0' };
      readonly storage?: { readonly files: readonly IgnitionFile[] };
      readonly systemd?: { readonly units: readonly IgnitionUnit[] };
    };
  };
}

/** The name of the MachineConfig that carries this guide to this role; it sorts behind the ones that the cluster brings. */
export const machineConfigName = (role: string, guide: GuideId): string => `99-${role}-calico-${guide}`;

/**
 * The MachineConfig that brings a change to the nodes of every pool that selects `role`.
 * Files replace what has their path, and have the mode 0644.
 */
export function machineConfig({
  role,
  guide,
  change,
}: {
  role: string;
  guide: GuideId;
  change: HostChange;
}): MachineConfigObject {
  return {
    apiVersion: 'machineconfiguration.openshift.io/v1',
    kind: 'MachineConfig',
    metadata: {
      name: machineConfigName(role, guide),
      labels: { [machineConfigRoleLabel]: role, [machineConfigGuideLabel]: guide },
    },
    spec: {
      config: {
        ignition: { version: '3.2.0' },
        ...(change.files.length > 0 && {
          storage: {
            files: change.files.map(({ path, content }) => ({
              path,
              mode: 0o644,
              overwrite: true,
              contents: { source: dataUrl(content) },
            })),
          },
        }),
        ...(change.maskedUnits.length > 0 && {
          systemd: { units: change.maskedUnits.map((name) => ({ name, mask: true, enabled: false })) },
        }),
      },
    },
  };
}

/** What applies the MachineConfig from the file that the guide offers for download. */
export const applyCommand = (role: string, guide: GuideId): string =>
  `oc apply -f ${shellWord(`${machineConfigName(role, guide)}.yaml`)}`;

/** What takes it back. */
export const deleteCommand = (role: string, guide: GuideId): string =>
  `oc delete machineconfig ${shellWord(machineConfigName(role, guide))}`;
