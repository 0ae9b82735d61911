import type { ClusterObject, ClusterObjects } from '../cluster-objects';
import { foundObject, noClusterObjects } from '../cluster-objects';

type Values = Readonly<Record<string, unknown>>;

const object = (apiVersion: string, kind: string, name: string, values: Values) =>
  foundObject({ apiVersion, kind, metadata: { name, uid: '5b0c1c7e-2f6c-4b53-9a3e-0d4f4a6f2c11' }, ...values });

/** An Installation with these settings below spec.calicoNetwork, and others below spec. */
export const installation = (calicoNetwork: Values, spec: Values = {}): ClusterObject =>
  object('operator.tigera.io/v1', 'Installation', 'default', { spec: { variant: 'Calico', ...spec, calicoNetwork } });

/** A list as the API answers, of Calico's own API group unless another is given. */
export const list = (
  kind: string,
  items: Readonly<Record<string, Values>>,
  apiVersion = 'projectcalico.org/v3',
): ClusterObject =>
  foundObject({
    apiVersion,
    kind: `${kind}List`,
    metadata: { resourceVersion: '81234' },
    items: Object.entries(items).map(([name, spec]) => ({ apiVersion, kind, metadata: { name }, spec })),
  });

export const felix = (items: Readonly<Record<string, Values>>): ClusterObject => list('FelixConfiguration', items);

export const pools = (items: Readonly<Record<string, Values>>): ClusterObject =>
  list('IPPool', items, 'crd.projectcalico.org/v1');

export const bgpConfigurations = (items: Readonly<Record<string, Values>>): ClusterObject =>
  list('BGPConfiguration', items);

export const bgpConfiguration = (spec: Values): ClusterObject =>
  object('crd.projectcalico.org/v1', 'BGPConfiguration', 'default', { spec });

export const clusterInformation = (calicoVersion: unknown): ClusterObject =>
  object('crd.projectcalico.org/v1', 'ClusterInformation', 'default', {
    spec: { calicoVersion, datastoreReady: true },
  });

export const networkConfig = (spec: Values, status: Values = {}): ClusterObject =>
  object('config.openshift.io/v1', 'Network', 'cluster', { spec, status });

export const networkOperator = (spec: Values): ClusterObject =>
  object('operator.openshift.io/v1', 'Network', 'cluster', { spec });

export const kubeProxyConfig = (text: unknown): ClusterObject =>
  foundObject({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'proxy-config', namespace: 'openshift-kube-proxy' },
    data: { 'kube-proxy-config.yaml': text },
  });

/** What the cluster-network-operator writes, shortened to what is set. */
export const kubeProxyYaml = (mode: string): string => `apiVersion: kubeproxy.config.k8s.io/v1alpha1
bindAddress: 0.0.0.0
clientConnection:
  acceptContentTypes: ""
  kubeconfig: ""
clusterCIDR: 10.128.0.0/14
iptables:
  masqueradeAll: false
ipvs:
  excludeCIDRs: null
  scheduler: ""
kind: KubeProxyConfiguration
metricsBindAddress: 0.0.0.0:29102
mode: ${mode}
nodePortAddresses: null
`;

/** A cluster where only these objects are. */
export const objectsOf = (given: Partial<ClusterObjects>): ClusterObjects => ({ ...noClusterObjects, ...given });

/** OpenShift 4.12 with Calico v3.25 from its own manifests, after the operator has filled in its defaults. */
export const calicoOnOpenShift: ClusterObjects = {
  installation: installation(
    {
      bgp: 'Enabled',
      hostPorts: 'Enabled',
      ipPools: [
        { blockSize: 26, cidr: '10.128.0.0/14', encapsulation: 'IPIP', natOutgoing: 'Enabled', nodeSelector: 'all()' },
      ],
      linuxDataplane: 'Iptables',
      multiInterfaceMode: 'None',
    },
    { cni: { type: 'Calico', ipam: { type: 'Calico' } }, kubernetesProvider: 'OpenShift' },
  ),
  ipPools: pools({
    'default-ipv4-ippool': {
      cidr: '10.128.0.0/14',
      ipipMode: 'Always',
      vxlanMode: 'Never',
      natOutgoing: true,
      nodeSelector: 'all()',
    },
  }),
  felixConfigurations: felix({
    default: { bpfLogLevel: '', healthPort: 9199, logSeverityScreen: 'Info', vxlanVNI: 4096 },
  }),
  bgpConfiguration: foundObject({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'BGPConfiguration',
    metadata: { name: 'default' },
    spec: {},
  }),
  bgpConfigurations: bgpConfigurations({ default: {} }),
  clusterInformation: clusterInformation('v3.25.2'),
  networkConfig: networkConfig(
    {
      clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
      networkType: 'Calico',
      serviceNetwork: ['172.30.0.0/16'],
    },
    {
      clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
      networkType: 'Calico',
      serviceNetwork: ['172.30.0.0/16'],
    },
  ),
  networkOperator: networkOperator({
    clusterNetwork: [{ cidr: '10.128.0.0/14', hostPrefix: 23 }],
    defaultNetwork: { type: 'Calico' },
    deployKubeProxy: true,
  }),
  kubeProxyConfig: kubeProxyConfig(kubeProxyYaml('iptables')),
};
