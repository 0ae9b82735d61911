import type { KubeProxyMode } from '../model/profile-choices';
import type { Detection } from './detection';
import { detected, undetected } from './detection';
import type { Parse } from './json-value';
import { asBoolean, asText, isMap, oneOf, ownValue } from './json-value';
import { kubeProxyModeOfFile } from './kube-proxy-mode-of-file';
import type { OpenObjects } from './open-objects';
import { readField, valueOf } from './reading';

/** Network types that handle services themselves, so that OpenShift deploys no kube-proxy unless told to. */
const withoutKubeProxy: readonly string[] = ['OVNKubernetes', 'OpenShiftSDN', 'Kuryr'];

const modeInData: Parse<'iptables' | 'ipvs' | 'nftables'> = (data) =>
  isMap(data) ? kubeProxyModeOfFile(ownValue(data, 'kube-proxy-config.yaml')) : undefined;

/** The arguments of kube-proxy by name, each with a list of values of which the last counts. */
const proxyModeArgument: Parse<'iptables' | 'ipvs' | 'nftables' | ''> = (proxyArguments) => {
  if (!isMap(proxyArguments)) return undefined;
  const values = ownValue(proxyArguments, 'proxy-mode') ?? [];
  return Array.isArray(values) ? oneOf(['iptables', 'ipvs', 'nftables', ''])(values.at(-1) ?? '') : undefined;
};

/**
 * OpenShift's kube-proxy. `none` where Network.operator spec.deployKubeProxy is false, or left out with a network type
 * that needs none. Else the mode that its config map has in effect, else the argument that the administrator gave, else
 * iptables (openshift/cluster-network-operator pkg/network/kube_proxy.go, pkg/util/k8s/kubeproxy.go).
 */
export function detectKubeProxyMode({ networkOperator, kubeProxyConfig }: OpenObjects): Detection<KubeProxyMode> {
  const deploy = readField(networkOperator, 'spec.deployKubeProxy', asBoolean);
  const networkType = readField(networkOperator, 'spec.defaultNetwork.type', asText);
  if (valueOf(deploy) === false) return detected('none', deploy.from);
  if (deploy.status === 'unset' && withoutKubeProxy.includes(valueOf(networkType) ?? ''))
    return detected('none', networkType.from, deploy.from);

  const effective = readField(kubeProxyConfig, 'data', modeInData);
  if (effective.status === 'set') return detected(effective.value, `${effective.from} mode`);
  if (deploy.status === 'absent' || deploy.status === 'unusable') return undetected(deploy.from, effective.from);
  const given = readField(networkOperator, 'spec.kubeProxyConfig.proxyArguments', proxyModeArgument);
  if (given.status === 'unusable') return undetected(given.from);
  const mode = valueOf(given) ?? '';
  if (mode !== '') return detected(mode, `${given.from} proxy-mode`);
  // Without a network type, nothing says that there is a kube-proxy at all.
  if (deploy.status === 'unset' && networkType.status !== 'set') return undetected(deploy.from, networkType.from);
  return detected('iptables', `${networkOperator.status === 'read' ? networkOperator.label : ''} sets no proxy-mode`);
}
