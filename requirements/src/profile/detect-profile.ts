import type { ClusterProfile, ProfileField } from '../model/cluster-profile';
import type { Encapsulation } from '../model/profile-choices';
import type { ProfileValues } from '../model/profile-values';
import { encapsulations } from '../model/profile-choices';
import { defaultProfileValues, defaultProfileValuesFor } from '../model/profile-defaults';
import type { ClusterObjects } from './cluster-objects';
import { detectBgp } from './detect-bgp';
import { detectCalicoVersion } from './detect-calico-version';
import { detectDataplane } from './detect-dataplane';
import type { EncapsulationDetection } from './detect-encapsulation';
import { detectEncapsulation } from './detect-encapsulation';
import { detectIpFamilies } from './detect-ip-families';
import { detectKubeProxyMode } from './detect-kube-proxy-mode';
import { detectMtu } from './detect-mtu';
import { detectPorts } from './detect-ports';
import { detectWireguard } from './detect-wireguard';
import type { Detection } from './detection';
import { detected, joined, undetected } from './detection';
import { defaultedFrom } from './defaulted-from';
import type { OpenObjects } from './open-objects';
import { openObjects } from './open-objects';

/** What a person has declared and detection depends on: whose defaults hold, and whether eBPF brings VXLAN. */
export type DeclaredBasics = Partial<Pick<ProfileValues, 'calicoVersion' | 'dataplane'>>;

/**
 * The profile that holds for nodes without settings of their own, from the cluster's objects. Never throws. Each field
 * says which object and field decided it; where no object does, the default of that Calico version on OpenShift holds
 * and `from` says why. An object that was read decides also by what it leaves out.
 *
 * The result tells what was detected, also of what `declared` says otherwise: `mergeProfiles` puts the two together.
 */
export const detectProfile = (objects: ClusterObjects, declared: DeclaredBasics = {}): ClusterProfile =>
  profileOf(openObjects(objects), declared);

/** The profile of one node: as `detectProfile`, with FelixConfiguration `node.<name>` over `default`. */
export const detectNodeProfile = (
  objects: ClusterObjects,
  nodeName: string,
  declared: DeclaredBasics = {},
): ClusterProfile => profileOf(openObjects(objects, nodeName), declared);

function profileOf(objects: OpenObjects, declared: DeclaredBasics): ClusterProfile {
  const running = detectCalicoVersion(objects);
  const calicoVersion = declared.calicoVersion === undefined ? running : detected(declared.calicoVersion, 'declared');
  const version = calicoVersion.detected ? calicoVersion.value : defaultProfileValues.calicoVersion;
  const kubeProxyMode = detectKubeProxyMode(objects);
  const dataplane = detectDataplane(objects, { calicoVersion, kubeProxyMode });
  const chosen = declared.dataplane ?? (dataplane.detected ? dataplane.value : undefined);
  const defaults = defaultProfileValuesFor(version, chosen);
  const field = <T>(detection: Detection<T>, byDefault: T): ProfileField<T> =>
    detection.detected
      ? { value: detection.value, source: 'detected', from: detection.from }
      : { value: byDefault, source: 'defaulted', from: defaultedFrom(version, detection.from) };

  const [ports, mtu] = [detectPorts(objects), detectMtu(objects)];
  return {
    calicoVersion: field(running, version),
    dataplane: field(dataplane, defaults.dataplane),
    encapsulation: encapsulationField(detectEncapsulation(objects, chosen ?? defaults.dataplane), defaults),
    bgp: field(detectBgp(objects), defaults.bgp),
    ipFamilies: field(detectIpFamilies(objects), defaults.ipFamilies),
    kubeProxyMode: field(kubeProxyMode, defaults.kubeProxyMode),
    wireguard: field(detectWireguard(objects), defaults.wireguard),
    sctp: field(undetected('no object tells whether workloads use SCTP'), defaults.sctp),
    typha: field(detectTypha(objects), defaults.typha),
    ports: field(ports.detected ? { ...ports, value: { ...defaults.ports, ...ports.value } } : ports, defaults.ports),
    ...(mtu.detected && { mtu: { value: mtu.value, source: 'detected', from: mtu.from } as const }),
  };
}

/** Detected only if both encapsulations are: half a default is a default. */
function encapsulationField(
  detection: EncapsulationDetection,
  { calicoVersion, encapsulation }: ProfileValues,
): ProfileField<readonly Encapsulation[]> {
  const value = encapsulations.filter((name) => {
    const found = detection[name];
    return found.detected ? found.value : encapsulation.includes(name);
  });
  const from = joined(encapsulations.map((name) => detection[name].from));
  return encapsulations.every((name) => detection[name].detected)
    ? { value, source: 'detected', from }
    : { value, source: 'defaulted', from: defaultedFrom(calicoVersion, from) };
}

/** The operator deploys Typha with every Installation (tigera/operator pkg/controller/installation/core_controller.go). */
const detectTypha = ({ installation }: OpenObjects): Detection<boolean> =>
  installation.status === 'read' ? detected(true, installation.label) : undetected(installation.from);
