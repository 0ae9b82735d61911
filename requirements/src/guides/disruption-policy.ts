import type { GuideId } from '../model/requirement-id';
import type { GuideSituation } from './guide-situation';
import type { HostChange } from './host-change';
import { machineConfigName } from './machine-config';

/** One step that the Machine Config Operator takes on a node instead of a reboot, as its API writes it. */
export type DisruptionAction =
  | { readonly type: 'Reload'; readonly reload: { readonly serviceName: string } }
  | { readonly type: 'Restart'; readonly restart: { readonly serviceName: string } };

/** An entry of `spec.nodeDisruptionPolicy.files`: what the operator does when the file at this path changes. */
export interface DisruptionEntry {
  readonly path: string;
  readonly actions: readonly DisruptionAction[];
}

/** `MachineConfiguration` of operator.openshift.io/v1 as far as a guide applies one, by server-side apply. */
export interface MachineConfigurationObject {
  readonly apiVersion: 'operator.openshift.io/v1';
  readonly kind: 'MachineConfiguration';
  readonly metadata: { readonly name: 'cluster'; readonly uid?: string };
  readonly spec?: { readonly nodeDisruptionPolicy: { readonly files: readonly DisruptionEntry[] } };
}

/** The one that the operator reads. */
export const machineConfigurationName = 'cluster';

/**
 * What makes each file of a change effective without a reboot (openshift/api, operator/v1/types_machineconfiguration.go).
 * Null where something of it needs the reboot: a masked unit keeps running, as no action stops one. Restarting
 * systemd-modules-load.service fails where a module cannot be loaded, and a failed action degrades the pool.
 */
export function disruptionPolicy(
  { files, maskedUnits }: HostChange,
  situation: Pick<GuideSituation, 'modules' | 'moduleTreeMissing' | 'refusedFiles'>,
): readonly DisruptionEntry[] | null {
  if (files.length === 0 || maskedUnits.length > 0) return null;
  const entries = files.flatMap(({ path }) => {
    const action = actionFor(path, situation);
    return action === undefined ? [] : [{ path, actions: [action] }];
  });
  return entries.length === files.length ? entries : null;
}

function actionFor(
  path: string,
  { modules, moduleTreeMissing, refusedFiles }: Pick<GuideSituation, 'modules' | 'moduleTreeMissing' | 'refusedFiles'>,
): DisruptionAction | undefined {
  if (path.startsWith('/etc/NetworkManager/conf.d/')) {
    // NetworkManager keeps its former configuration when it cannot read one of its files.
    return refusedFiles.length > 0 ? undefined : { type: 'Reload', reload: { serviceName: 'NetworkManager.service' } };
  }
  if (path.startsWith('/etc/modules-load.d/')) {
    const isKeptOut = [modules.blacklisted, modules.blocked].some((names) => names !== undefined && names.length > 0);
    return isKeptOut || moduleTreeMissing
      ? undefined
      : { type: 'Restart', restart: { serviceName: 'systemd-modules-load.service' } };
  }
  return undefined;
}

/**
 * Who applies the policy of a guide's MachineConfig, in `metadata.managedFields`. One per MachineConfig, so that taking
 * one back leaves what another one needs.
 */
export const disruptionPolicyManager = (role: string, guide: GuideId): string =>
  `calico-readiness/${machineConfigName(role, guide)}`;

/** What a server-side apply sends; without entries it takes back what this manager applied. `uid` keeps it from making the object anew. */
export const machineConfiguration = (
  entries: readonly DisruptionEntry[],
  uid?: string,
): MachineConfigurationObject => ({
  apiVersion: 'operator.openshift.io/v1',
  kind: 'MachineConfiguration',
  metadata: { name: machineConfigurationName, ...(uid !== undefined && { uid }) },
  ...(entries.length > 0 && { spec: { nodeDisruptionPolicy: { files: entries } } }),
});
