import type { CalicoInterface, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import type { Device } from '../calico-devices';
import { calicoDevices } from '../calico-devices';
import type { IfupdownInterfaces } from './ifupdown-interfaces';
import type { ManagedDecision } from './managed-decision';
import { managedDecision } from './managed-decision';
import type { Configuration } from './merge-configuration';
import type { Answer } from '../three-valued';
import { agreed, anyOf } from '../three-valued';
import type { UdevRulesFile } from './udev-unmanaged';
import { isUnmanagedByUdev } from './udev-unmanaged';

/**
 * Whether NetworkManager manages each of Calico's interfaces, under every configuration that it may have.
 * `cali*` is managed as soon as one pod interface is. `udevRules` is undefined when they could not be read.
 */
export function managedInterfaces(
  configurations: readonly Configuration[] | undefined,
  udevRules: readonly UdevRulesFile[] | undefined,
  ifupdown: IfupdownInterfaces,
): NetworkManager['manages'] {
  const decisions = configurations?.map((configuration) => managedDecision(configuration, ifupdown));
  const answerFor = (device: Device): Answer => decided(decisions, udevRules, device);
  const answers = calicoInterfaces.map((name): [CalicoInterface, Answer] => [
    name,
    anyOf(calicoDevices[name].map(answerFor)),
  ]);
  return Object.fromEntries(answers);
}

/** Whether NetworkManager manages one device, as for `managedInterfaces`; null where that is not the same under all configurations. */
export function managedDevice(
  configurations: readonly Configuration[] | undefined,
  udevRules: readonly UdevRulesFile[] | undefined,
  device: Device,
  ifupdown: IfupdownInterfaces,
): Answer {
  const decisions = configurations?.map((configuration) => managedDecision(configuration, ifupdown));
  return decided(decisions, udevRules, device);
}

function decided(
  decisions: readonly ManagedDecision[] | undefined,
  udevRules: readonly UdevRulesFile[] | undefined,
  device: Device,
): Answer {
  if (decisions === undefined) return null;
  const byUdev = udevRules === undefined ? null : isUnmanagedByUdev(udevRules, device);
  return agreed(decisions.map((decide) => decide(device, byUdev)));
}
