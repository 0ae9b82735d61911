import type { Labels } from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';
import type { NodeNetwork } from '../flows/node-network';
import { readNodeNetwork } from '../flows/node-network';
import type { ListedObject } from './collection';

/** What is kept of a Node. */
export interface KnownNode {
  readonly uid: string | undefined;
  /** By which waivers select it. */
  readonly labels?: Labels;
  /** For the list of peers; left out where only metadata was read. */
  readonly network?: NodeNetwork;
}

/** Whole Nodes have 10 to 50 KB each, most of it names of images. */
export const nodesOfPage = 50;

/** Undefined for a node of Windows, where no agent runs and Calico has other requirements. */
export function readNode(node: ListedObject): KnownNode | undefined {
  const { uid, labels: written } = node.metadata;
  const labels = isRecord(written) ? written : {};
  if (labels['kubernetes.io/os'] === 'windows') return undefined;
  const texts = Object.entries(labels).filter((label): label is [string, string] => typeof label[1] === 'string');
  const network = readNodeNetwork(node);
  return {
    uid: typeof uid === 'string' ? uid : undefined,
    labels: Object.fromEntries(texts),
    ...(network && { network }),
  };
}
