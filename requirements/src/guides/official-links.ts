import { documentation } from '../catalogue/documentation';
import { msg } from '../model/message';
import type { DocumentationLink } from '../model/requirement';

const calico = 'https://docs.tigera.io/calico/latest';
const openshift = 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.22/html';
const rhel = 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html';

/** The official pages that the guides point to, by what they are about; those of the catalogue under the same titles. */
export const officialLinks = {
  requirements: documentation.requirements[0],
  networkManager: documentation.networkManager[1],
  rhelNetworkManager: documentation.networkManager[2],
  protectHosts: documentation.hostFirewall[1],
  encapsulation: documentation.encapsulation[1],
  mtu: documentation.mtu[0],
  ebpf: documentation.ebpf[1],
  wireguard: documentation.wireguard[0],
  sctp: documentation.sctp[1],
  aws: { title: msg('Calico: AWS'), url: `${calico}/reference/public-cloud/aws` },
  azure: documentation.clouds[2],
  googleCloud: { title: msg('Calico: Google Compute Engine'), url: `${calico}/reference/public-cloud/gce` },
  openstackPorts: {
    title: msg('Red Hat OpenStack: allowed address pairs'),
    url: 'https://docs.redhat.com/en/documentation/red_hat_openstack_platform/13/html/networking_guide/config-allowed-address-pairs_rhosp-network',
  },
  hostEndpoints: { title: msg('Calico: host endpoints'), url: `${calico}/reference/host-endpoints/overview` },
  nodeDisruptionPolicies: {
    title: msg('OpenShift: node disruption policies'),
    url: `${openshift}/machine_configuration/machine-config-node-disruption_machine-configs-configure`,
  },
  machineConfiguration: {
    title: msg('OpenShift: machine configuration'),
    url: `${openshift}/machine_configuration/index`,
  },
  securityContextConstraints: {
    title: msg('OpenShift: security context constraints'),
    url: `${openshift}/authentication_and_authorization/managing-pod-security-policies`,
  },
  openshiftDocumentation: {
    title: msg('OpenShift: all documentation'),
    url: 'https://docs.redhat.com/en/documentation/openshift_container_platform',
  },
  openshiftUpdates: { title: msg('OpenShift: updating clusters'), url: `${openshift}/updating_clusters/index` },
  rhelKernel: {
    title: msg('RHEL: managing kernel modules'),
    url: `${rhel}/managing_monitoring_and_updating_the_kernel/managing-kernel-modules_managing-monitoring-and-updating-the-kernel`,
  },
} as const satisfies Record<string, DocumentationLink>;
