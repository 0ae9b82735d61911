import { architectureProbe } from './architecture';
import { bpfFilesystemProbe } from './bpf-filesystem';
import { capabilitiesProbe } from './capabilities';
import { cgroup2Probe } from './cgroup2';
import { cloudProbe } from './cloud';
import { ipv6Probe } from './ipv6/ipv6';
import { listenersProbe } from './host-network/listeners';
import { tunnelDevicesProbe } from './host-network/tunnel-devices';
import { kernelConfigurationProbe } from './kernel-configuration';
import { kernelModulesProbe } from './kernel-modules/kernel-modules';
import { kernelReleaseProbe } from './kernel-release';
import { kernelTypeInformationProbe } from './kernel-type-information';
import { legacyIptablesProbe } from './legacy-iptables';
import { lockdownProbe } from './lockdown';
import { modprobePathProbe } from './modprobe-path';
import { networkManagerProbe } from './network-manager/network-manager';
import { operatingSystemProbe } from './operating-system';
import type { AnyProbe } from './probe';
import { cloudSetupProbe } from './services/cloud-setup';
import { ruleLoadersProbe } from './services/rule-loaders';
import { servicesProbe } from './services/services';
import { systemdNetworkdProbe } from './systemd-networkd/systemd-networkd';

/** Every probe, in the order of the facts that they gather. */
export const probes: readonly AnyProbe[] = [
  architectureProbe,
  kernelReleaseProbe,
  operatingSystemProbe,
  capabilitiesProbe,
  kernelModulesProbe,
  kernelConfigurationProbe,
  legacyIptablesProbe,
  networkManagerProbe,
  systemdNetworkdProbe,
  servicesProbe,
  ruleLoadersProbe,
  cloudSetupProbe,
  ipv6Probe,
  kernelTypeInformationProbe,
  cgroup2Probe,
  bpfFilesystemProbe,
  lockdownProbe,
  listenersProbe,
  tunnelDevicesProbe,
  modprobePathProbe,
  cloudProbe,
];
