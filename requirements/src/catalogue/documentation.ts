import { msg } from '../model/message';
import type { DocumentationLink } from '../model/requirement';

const calico = 'https://docs.tigera.io/calico/latest';
const calico325 = 'https://archive-os-3-25.netlify.app/calico/3.25';
const openshift = 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.22/html';
const rhel9 = 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html';

const systemRequirements: DocumentationLink = {
  title: msg('Calico v3.25: system requirements for OpenShift'),
  url: `${calico325}/getting-started/kubernetes/openshift/requirements`,
};

/** The same page of the latest release; it reads alike since v3.29. */
const latestSystemRequirements: DocumentationLink = {
  title: msg('Calico, latest release: system requirements for OpenShift'),
  url: `${calico}/getting-started/kubernetes/openshift/requirements`,
};

/** The links for a release whose page of requirements is no longer that of v3.25. */
export const withLatestRequirements = (links: readonly DocumentationLink[]): readonly DocumentationLink[] =>
  links.map((link) => (link === systemRequirements ? latestSystemRequirements : link));

/** The official documentation that requirements point to. Each list is in the order to read. */
export const documentation = {
  requirements: [systemRequirements],
  networkManager: [
    systemRequirements,
    {
      title: msg('Calico: configure NetworkManager'),
      url: `${calico}/operations/troubleshoot/troubleshooting#configure-networkmanager`,
    },
    {
      title: msg('RHEL: configure NetworkManager to ignore certain devices'),
      url: `${rhel9}/configuring_and_managing_networking/configuring-networkmanager-to-ignore-certain-devices_configuring-and-managing-networking`,
    },
  ],
  cloudSetup: [
    {
      title: msg('NetworkManager: automatic network configuration in clouds'),
      url: 'https://networkmanager.dev/docs/api/latest/nm-cloud-setup.html',
    },
    { title: msg('RKE2: known issues, NetworkManager'), url: 'https://docs.rke2.io/known_issues#networkmanager' },
  ],
  hostFirewall: [
    systemRequirements,
    { title: msg('Calico: protect hosts'), url: `${calico}/network-policy/hosts/protect-hosts` },
  ],
  encapsulation: [
    systemRequirements,
    { title: msg('Calico: overlay networking'), url: `${calico}/networking/configuring/vxlan-ipip` },
  ],
  clouds: [
    systemRequirements,
    { title: msg('Calico: overlay networking'), url: `${calico}/networking/configuring/vxlan-ipip` },
    { title: msg('Calico: Azure'), url: `${calico}/reference/public-cloud/azure` },
  ],
  mtu: [{ title: msg('Calico: configure MTU'), url: `${calico}/networking/configuring/mtu` }],
  ipv6: [{ title: msg('Calico: configure dual stack or IPv6 only'), url: `${calico}/networking/ipam/ipv6` }],
  ipvs: [
    systemRequirements,
    { title: msg('Calico: use IPVS kube-proxy'), url: `${calico}/networking/configuring/use-ipvs` },
  ],
  wireguard: [
    {
      title: msg('Calico: encrypt in-cluster pod traffic'),
      url: `${calico}/network-policy/encrypt-cluster-pod-traffic`,
    },
  ],
  ebpf: [systemRequirements, { title: msg('Calico: install in eBPF mode'), url: `${calico}/operations/ebpf/install` }],
  felix: [
    {
      title: msg('Calico: configuring Felix'),
      url: `${calico}/reference/felix/configuration`,
    },
  ],
  sctp: [
    systemRequirements,
    { title: msg('OpenShift: using SCTP'), url: `${openshift}/advanced_networking/using-sctp` },
  ],
} as const satisfies Record<string, readonly DocumentationLink[]>;
