import { msg } from '../model/message';
import type { DocumentationLink } from '../model/requirement';

const calico = 'https://docs.tigera.io/calico/latest';
const openshift = 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.22/html';
const rhel = 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html';

/** The official pages that the guides point to, by what they are about. */
export const officialLinks = {
  requirements: {
    title: msg('Calico: System requirements for OpenShift'),
    url: `${calico}/getting-started/kubernetes/openshift/requirements`,
  },
  networkManager: {
    title: msg('Calico: Configure NetworkManager'),
    url: `${calico}/operations/troubleshoot/troubleshooting#configure-networkmanager`,
  },
  hostEndpoints: {
    title: msg('Calico: Host endpoints'),
    url: `${calico}/reference/host-endpoints/overview`,
  },
  encapsulation: {
    title: msg('Calico: VXLAN and IP-in-IP'),
    url: `${calico}/networking/configuring/vxlan-ipip`,
  },
  ebpf: { title: msg('Calico: Install the eBPF data plane'), url: `${calico}/operations/ebpf/install` },
  wireguard: { title: msg('Calico: Encrypt pod traffic'), url: `${calico}/network-policy/encrypt-cluster-pod-traffic` },
  nodeDisruptionPolicies: {
    title: msg('OpenShift: Node disruption policies'),
    url: `${openshift}/machine_configuration/machine-config-node-disruption_machine-configs-configure`,
  },
  machineConfiguration: {
    title: msg('OpenShift: Machine configuration'),
    url: `${openshift}/machine_configuration/index`,
  },
  sctp: { title: msg('OpenShift: Using SCTP'), url: `${openshift}/advanced_networking/using-sctp` },
  securityContextConstraints: {
    title: msg('OpenShift: Security context constraints'),
    url: `${openshift}/authentication_and_authorization/managing-pod-security-policies`,
  },
  openshiftDocumentation: {
    title: msg('OpenShift: Documentation'),
    url: 'https://docs.redhat.com/en/documentation/openshift_container_platform',
  },
  openshiftUpdates: { title: msg('OpenShift: Updating clusters'), url: `${openshift}/updating_clusters/index` },
  rhelNetworkManager: {
    title: msg('RHEL: Devices that NetworkManager ignores'),
    url: `${rhel}/configuring_and_managing_networking/configuring-networkmanager-to-ignore-certain-devices_configuring-and-managing-networking`,
  },
  rhelKernel: {
    title: msg('RHEL: Managing kernel modules'),
    url: `${rhel}/managing_monitoring_and_updating_the_kernel/managing-kernel-modules_managing-monitoring-and-updating-the-kernel`,
  },
} as const satisfies Record<string, DocumentationLink>;
