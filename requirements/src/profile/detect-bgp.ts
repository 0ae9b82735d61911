import type { Detection } from './detection';
import { detected, undetected } from './detection';
import { asText, oneOf } from './json-value';
import type { OpenObjects } from './open-objects';
import { readField } from './reading';

/** Providers whose own CNI plugin the operator takes when spec.cni is left out. */
const withOwnPlugin: readonly string[] = ['EKS', 'GKE', 'AKS'];

/**
 * Whether BGP is on: Installation spec.calicoNetwork.bgp. Left out, it is on with Calico's CNI plugin, except on EKS, and
 * off with another plugin (tigera/operator pkg/controller/installation/core_controller.go). BIRD listens whenever it is
 * on, also if all pools use VXLAN.
 */
export function detectBgp({ installation }: OpenObjects): Detection<boolean> {
  const bgp = readField(installation, 'spec.calicoNetwork.bgp', oneOf(['Enabled', 'Disabled']));
  if (bgp.status === 'set') return detected(bgp.value === 'Enabled', bgp.from);
  if (bgp.status !== 'unset') return undetected(bgp.from);
  const plugin = readField(installation, 'spec.cni.type', asText);
  const provider = readField(installation, 'spec.kubernetesProvider', asText);
  if (plugin.status === 'unusable') return undetected(bgp.from, plugin.from);
  if (plugin.status === 'set' && plugin.value !== 'Calico') return detected(false, bgp.from, plugin.from);
  const provides = provider.status === 'set' ? provider.value : '';
  const off = provides === 'EKS' || (plugin.status === 'unset' && withOwnPlugin.includes(provides));
  return off ? detected(false, bgp.from, provider.from) : detected(true, bgp.from);
}
