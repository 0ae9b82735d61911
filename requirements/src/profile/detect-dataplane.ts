import type { CalicoVersion, Dataplane, KubeProxyMode } from '../model/profile-choices';
import { dataplanes } from '../model/profile-choices';
import { isAtLeast } from './detect-calico-version';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import { asBoolean, oneOf } from './json-value';
import type { OpenObjects } from './open-objects';
import type { Reading } from './reading';
import { isUnusable, readField, valueOf } from './reading';

const asNftablesMode = oneOf(['Enabled', 'Disabled', 'Auto']);

/** What the choice of the data plane depends on beside the objects. */
export interface DataplaneContext {
  /** Detected or declared. */
  readonly calicoVersion: Detection<CalicoVersion>;
  readonly kubeProxyMode: Detection<KubeProxyMode>;
}

/**
 * eBPF when Installation spec.calicoNetwork.linuxDataplane is BPF or Felix's bpfEnabled is true; else nftables when the
 * Installation says Nftables, or Felix's nftablesMode is Enabled, or is Auto and kube-proxy uses nftables; else iptables.
 * What `node.<name>` says goes over both, because the operator writes its choice into FelixConfiguration `default`.
 * Until v3.27 it gave eBPF to Felix in the environment (FELIX_BPFENABLED), which goes over every FelixConfiguration
 * (tigera/operator pkg/render/node.go until v1.33, pkg/controller/installation/bpf.go from v1.34).
 *
 * nftablesMode knows Auto from v3.32, where it is the default; until v3.31 the default is Disabled (projectcalico/calico
 * felix/config/config_params.go at each tag). An Installation without linuxDataplane means Iptables in every release
 * (tigera/operator api/v1/installation_types.go); only the OpenShift manifests choose eBPF from v3.30 on.
 */
export function detectDataplane({ installation, felix }: OpenObjects, context: DataplaneContext): Detection<Dataplane> {
  const operator = readField(installation, 'spec.calicoNetwork.linuxDataplane', oneOf(dataplanes));
  const bpf = felix.read('bpfEnabled', asBoolean);
  const ownBpf = felix.readOwn('bpfEnabled', asBoolean);
  if (valueOf(bpf) === true) return detected('BPF', bpf.from);
  const nodeDecides = context.calicoVersion.detected && isAtLeast(context.calicoVersion.value, 28);
  if (valueOf(operator) === 'BPF' && !(nodeDecides && valueOf(ownBpf) === false)) return detected('BPF', operator.from);

  const mode = felix.read('nftablesMode', asNftablesMode);
  const ownMode = felix.readOwn('nftablesMode', asNftablesMode);
  if (valueOf(operator) === 'Nftables' && ownMode.status !== 'set') return detected('Nftables', operator.from);
  if (valueOf(mode) === 'Enabled') return detected('Nftables', mode.from);
  const followed = followsKubeProxy(mode, context.calicoVersion) ? context.kubeProxyMode : undefined;
  if (followed?.detected === true && followed.value === 'nftables')
    return detected('Nftables', `${mode.from}, so that it follows kube-proxy`, followed.from);

  const decisive = iptablesSays(operator, bpf, ownBpf);
  return decisive === undefined
    ? undetected(operator.from, bpf.from)
    : detected('Iptables', decisive, ...(mode.status === 'set' ? [mode.from] : []));
}

/** Auto, or left out where Auto is the default; a release before v3.32 does not know Auto and takes its default. */
function followsKubeProxy(mode: Reading<string>, version: Detection<CalicoVersion>): boolean {
  const knowsAuto = version.detected && isAtLeast(version.value, 32);
  if (mode.status === 'unset') return knowsAuto;
  return valueOf(mode) === 'Auto' && (knowsAuto || !version.detected);
}

/** The object that shows iptables, or undefined while an object that could say otherwise was not seen. */
function iptablesSays(
  operator: Reading<Dataplane>,
  bpf: Reading<boolean>,
  ownBpf: Reading<boolean>,
): string | undefined {
  if (ownBpf.status === 'set') return ownBpf.from;
  if (operator.status === 'set' || operator.status === 'unset') return operator.from;
  if (isUnusable(operator)) return bpf.status === 'set' ? bpf.from : undefined;
  return bpf.status === 'set' || bpf.status === 'unset' ? bpf.from : undefined;
}
