import type { KubernetesClient } from '../../reference-programs/kubernetes-api/kubernetes-client';

const atOnce = 20;
const imagesOfANode = 50;

export const nodeName = (number: number): string => `worker-${String(number).padStart(5, '0')}.example.com`;

/** As large as the Nodes of a cluster are: most of it are the names of their images. */
const node = (number: number): object => ({
  metadata: {
    name: nodeName(number),
    labels: {
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': nodeName(number),
      'node-role.kubernetes.io/worker': '',
      'topology.kubernetes.io/zone': `zone-${String(number % 3)}`,
    },
  },
  status: {
    conditions: [{ type: 'Ready', status: 'True' }],
    nodeInfo: {
      architecture: 'amd64',
      bootID: '',
      containerRuntimeVersion: 'cri-o://1.33.0',
      kernelVersion: '5.14.0-570.12.1.el9_6.x86_64',
      kubeProxyVersion: '',
      kubeletVersion: 'v1.33.0',
      machineID: '',
      operatingSystem: 'linux',
      osImage: 'Red Hat Enterprise Linux CoreOS 9.6.20250701-0 (Plow)',
      systemUUID: '',
    },
    images: Array.from({ length: imagesOfANode }, (_, image) => ({
      names: [`registry.example.com/release/component-${String(image)}@sha256:${'0123456789abcdef'.repeat(4)}`],
      sizeBytes: 400_000_000 + image,
    })),
  },
});

/** Makes the Nodes, without waiting for one after the other. */
export async function createNodes(client: KubernetesClient, count: number): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) await client.create('/api/v1/nodes', node(number));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
