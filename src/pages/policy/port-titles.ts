import type { CalicoPorts } from '@calico-readiness/requirements';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** What the fields of ports are called. */
export const portTitles = (t: ReadinessTranslation['t']): Readonly<Record<keyof CalicoPorts, string>> => ({
  bgp: t('BGP port'),
  vxlan: t('VXLAN port'),
  typha: t('Typha port'),
  wireguard: t('WireGuard port'),
  wireguardV6: t('WireGuard port, IPv6'),
  kubeApiserver: t('Port of kube-apiserver'),
  felixHealth: t('Health port of Felix'),
});
