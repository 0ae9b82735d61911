import type { CalicoMtu, ClusterProfile, ProfileFieldName, ProfileField } from '@calico-readiness/requirements';
import { printable } from './printable';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

export interface ShownField {
  readonly name: ProfileFieldName;
  readonly title: string;
  readonly value: string;
}

/** The fields of a profile as an administrator reads them. Names of products and protocols stay as they are. */
export function shownFields({ t, list }: ReadinessTranslation, profile: ClusterProfile): ShownField[] {
  // What Calico's configuration switches: BGP, WireGuard, SCTP, Typha.
  const onOff = (value: boolean): string => (value ? t('On') : t('Off'));
  const listed = (values: readonly string[]): string => (values.length === 0 ? t('None') : list(values));
  const { bgp, vxlan, typha, wireguard, wireguardV6, kubeApiserver, felixHealth } = profile.ports.value;
  const { mtu } = profile;
  return [
    { name: 'calicoVersion', title: t('Calico'), value: profile.calicoVersion.value },
    {
      name: 'dataplane',
      title: t('Dataplane'),
      value: profile.dataplane.value === 'BPF' ? 'eBPF' : profile.dataplane.value.toLowerCase(),
    },
    { name: 'encapsulation', title: t('Encapsulation'), value: listed(profile.encapsulation.value) },
    { name: 'bgp', title: t('BGP'), value: onOff(profile.bgp.value) },
    { name: 'ipFamilies', title: t('IP families'), value: listed(profile.ipFamilies.value) },
    {
      name: 'kubeProxyMode',
      title: t('kube-proxy'),
      value: profile.kubeProxyMode.value === 'none' ? t('None') : profile.kubeProxyMode.value,
    },
    { name: 'wireguard', title: t('WireGuard'), value: onOff(profile.wireguard.value) },
    { name: 'sctp', title: t('SCTP'), value: onOff(profile.sctp.value) },
    { name: 'typha', title: t('Typha'), value: onOff(profile.typha.value) },
    {
      name: 'ports',
      title: t('Ports'),
      value: list([
        `BGP ${String(bgp)}`,
        `VXLAN ${String(vxlan)}`,
        `Typha ${String(typha)}`,
        `WireGuard ${String(wireguard)}/${String(wireguardV6)}`,
        `API ${String(kubeApiserver)}`,
        ...(felixHealth === undefined ? [] : [`Felix ${String(felixHealth)}`]),
      ]),
    },
    ...(mtu === undefined ? [] : [{ name: 'mtu' as const, title: t('MTU'), value: list(sizesOf(mtu.value)) }]),
  ];
}

const tunnelNames: Readonly<Record<keyof CalicoMtu, string>> = {
  pods: 'Pods',
  ipip: 'IP-in-IP',
  vxlan: 'VXLAN',
  vxlanV6: 'VXLAN IPv6',
  wireguard: 'WireGuard',
  wireguardV6: 'WireGuard IPv6',
  interfacePattern: 'mtuIfacePattern',
};

/** The names are those of Calico's settings, which no language translates. */
const sizesOf = (mtu: CalicoMtu): readonly string[] =>
  Object.entries(mtu).map(
    ([name, value]: [string, unknown]) => `${tunnelNames[name as keyof CalicoMtu]} ${printable(String(value), 80)}`,
  );

/** Who said so. Nobody else can be named for a default. */
export function sourceText(t: ReadinessTranslation['t'], field: ProfileField<unknown> | undefined): string {
  if (field === undefined) return t('Defaulted');
  const from = printable(field.from ?? '', 80);
  switch (field.source) {
    case 'declared':
      return from === '' ? t('Declared') : t('Declared: {{from}}', { from });
    case 'detected':
      return from === '' ? t('Detected') : t('Detected: {{from}}', { from });
    case 'defaulted':
      return t('Defaulted');
    default:
      return field.source satisfies never;
  }
}
