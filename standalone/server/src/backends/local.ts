import { statSync } from 'node:fs';
import os from 'node:os';
import { KubeConfig } from '@kubernetes/client-node';
import { runAgent, type AgentLog } from '@calico-readiness/agent';
import { peerTypes } from '../flow-peers/peer-objects';
import { EmbeddedApi } from '../kubernetes/embedded-api';
import { nodeType, plainKubernetesTypes } from '../kubernetes/resource-type';
import type { Options } from '../settings/options';
import { UsageError } from '../settings/usage-error';
import type { ApiAccess, Backend } from './backend';
import { notAsked, testFlows } from './flow-testing';
import { nodeNameOf, nodeOfThisMachine } from './this-machine';

/** Often enough that a person who changed something on the host sees it at once. */
const observeIntervalSeconds = 2;

/** Nobody at the terminal asked for an account of every report; what goes wrong is told. */
const logOf = (warn: (message: string) => void): AgentLog => {
  const tell = (fields: object, message: string): void => warn(`agent: ${message} ${JSON.stringify(fields)}`);
  const ignore = (): void => undefined;
  return { debug: ignore, info: ignore, warn: tell, error: tell };
};

const kubeConfigFor = ({ url, bearer }: ApiAccess): KubeConfig => {
  const config = new KubeConfig();
  // The client refuses plain HTTP otherwise; this never leaves the loopback interface.
  config.loadFromClusterAndUser(
    { name: 'standalone', server: url, skipTLSVerify: true },
    { name: 'standalone', token: bearer },
  );
  return config;
};

/** The agent looks as well, but only once an address has been printed that is of no use. */
const checkHostRoot = (hostRoot: string): void => {
  try {
    if (statSync(hostRoot).isDirectory()) return;
  } catch (error) {
    throw new UsageError(`--host-root: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new UsageError(`--host-root ${hostRoot}: not a directory`);
};

/** An API in memory with this very machine as its only node, and the agent that checks it. */
export const createLocalBackend = async (
  { hostRoot, flowPeers }: Pick<Options, 'hostRoot' | 'flowPeers'>,
  warn: (message: string) => void,
): Promise<Backend> => {
  checkHostRoot(hostRoot);
  const api = new EmbeddedApi([...plainKubernetesTypes, ...(flowPeers ? peerTypes : [])]);
  const nodeName = nodeNameOf(os.hostname());
  api.store.create(nodeType, nodeOfThisMachine(nodeName), { keepStatus: true });
  const { notice, agentOptions, peers } = flowPeers ? await testFlows(api.store, nodeName) : notAsked;
  return {
    name: 'local',
    label: hostRoot === '/' ? `This machine: ${nodeName}` : `Host tree ${hostRoot} as ${nodeName}`,
    isSample: false,
    ...(hostRoot === '/' && { notice }),
    api,
    run: async (access, signal) => {
      void peers?.ended.then((why) => {
        if (!signal.aborted) warn(`The peers for tests of flows have ended: ${why}`);
      });
      await runAgent({
        ...agentOptions,
        kubeConfig: kubeConfigFor(access),
        nodeName,
        hostRoot,
        observeIntervalSeconds,
        signal,
        log: logOf(warn),
      });
      await peers?.end();
    },
  };
};
