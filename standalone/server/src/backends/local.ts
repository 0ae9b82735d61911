import os from 'node:os';
import { EmbeddedApi } from '../kubernetes/embedded-api';
import { nodeType, plainKubernetesTypes } from '../kubernetes/resource-type';
import type { Backend } from './backend';
import { nodeNameOf, nodeOfThisMachine } from './this-machine';

/** An API in memory with this very machine as its only node, and the agent that checks it. */
export const createLocalBackend = (_hostRoot: string): Backend => {
  const api = new EmbeddedApi(plainKubernetesTypes);
  const nodeName = nodeNameOf(os.hostname());
  api.store.create(nodeType, nodeOfThisMachine(nodeName), { keepStatus: true });
  return {
    name: 'local',
    label: `This machine: ${nodeName}`,
    isSample: false,
    api,
    start: () => Promise.resolve(),
  };
};
