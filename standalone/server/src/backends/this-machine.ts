import { readFileSync } from 'node:fs';
import os from 'node:os';
import { randomUUID } from 'node:crypto';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';

/** Kubernetes' names of processor architectures, which are Go's. */
const goArchitectures: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ppc64: 'ppc64le',
  s390x: 's390x',
};

const firstLine = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').split('\n', 1)[0]?.trim() ?? '';
  } catch {
    // Not every machine has it, and the kubelet then reports it as empty as well.
    return '';
  }
};

const prettyName = (): string => {
  try {
    const match = /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'));
    return match?.[1] ?? os.type();
  } catch {
    // os-release(5) is optional.
    return os.type();
  }
};

const internalAddress = (): string => {
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
};

/** A name that Kubernetes accepts for a Node: os.hostname() as the kubelet would use it. */
export const nodeNameOf = (hostName: string): string => {
  const name = hostName
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 253);
  return name === '' ? 'localhost' : name;
};

/** The Node object that a kubelet on this machine would register. */
export const nodeOfThisMachine = (name: string): KubernetesObject => {
  const architecture = goArchitectures[os.arch()] ?? os.arch();
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const capacity = {
    cpu: String(os.availableParallelism()),
    memory: `${Math.floor(os.totalmem() / 1024)}Ki`,
    pods: '0',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: randomUUID(),
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': architecture,
        'node-role.kubernetes.io/worker': '',
      },
    },
    spec: {},
    status: {
      addresses: [
        { type: 'InternalIP', address: internalAddress() },
        { type: 'Hostname', address: name },
      ],
      capacity,
      allocatable: capacity,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'StandaloneHost',
          message: 'this machine',
          lastHeartbeatTime: now,
          lastTransitionTime: now,
        },
      ],
      nodeInfo: {
        architecture,
        bootID: firstLine('/proc/sys/kernel/random/boot_id'),
        machineID: '',
        systemUUID: '',
        kernelVersion: os.release(),
        osImage: prettyName(),
        operatingSystem: 'linux',
        containerRuntimeVersion: '',
        kubeletVersion: '',
        kubeProxyVersion: '',
      },
    },
  };
};
