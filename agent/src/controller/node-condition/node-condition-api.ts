import type { ApiClient } from '../../cluster/api-client';
import { ApiError } from '../../cluster/api-error';
import { isRecord } from '../../publish/carried-on';
import type { ListedObject } from '../report/collection';
import { Collection } from '../report/collection';
import { nodesOfPage } from '../report/known-node';
import type { JudgedCondition } from './judged-condition';
import { conditionType } from './judged-condition';

/** Our condition as a Node has it. */
export interface HeldCondition extends JudgedCondition {
  /** RFC 3339. */
  readonly lastTransitionTime: string;
}

/** What is known of a Node. */
export interface HeldNode {
  readonly uid: string;
  /** Undefined while it has none of ours. */
  readonly condition: HeldCondition | undefined;
}

/** What the API is asked about our condition. Each rejects with ApiError, or with another error without an answer in time. */
export interface NodeConditionApi {
  /** By name, all Nodes. */
  list(): Promise<Map<string, HeldNode>>;
  /** Puts our condition among those of the Node of that uid. Rejects when the Node is gone or another one. */
  write(name: string, uid: string, condition: HeldCondition, now: string): Promise<void>;
}

/** Its own name among the writers of a Node: what it applies is our condition and nothing else. */
const conditionManager = 'calico-readiness-node-condition';

/** The NodeConditionApi of a cluster. Server-side apply merges conditions by their type, so that those of the kubelet stay. */
export function createNodeConditionApi(client: ApiClient): NodeConditionApi {
  const collection = new Collection(client, { path: '/api/v1/nodes', pageSize: nodesOfPage });
  return {
    list: async () => {
      const held = new Map<string, HeldNode>();
      await collection.list((node) => {
        const { uid } = node.metadata;
        if (typeof uid === 'string') held.set(node.metadata.name, { uid, condition: conditionOf(node) });
      });
      return held;
    },
    write: async (name, uid, condition, now) => {
      await client.patch(
        `/api/v1/nodes/${encodeURIComponent(name)}/status`,
        'apply',
        {
          apiVersion: 'v1',
          kind: 'Node',
          metadata: { name, uid },
          status: { conditions: [{ type: conditionType, ...condition, lastHeartbeatTime: now }] },
        },
        { fieldManager: conditionManager, force: 'true' },
      );
    },
  };
}

/** What looks like none of ours is none: then it is written anew. */
function conditionOf({ status }: ListedObject): HeldCondition | undefined {
  const conditions: unknown = isRecord(status) ? status['conditions'] : undefined;
  const found = (Array.isArray(conditions) ? conditions : [])
    .filter(isRecord)
    .find(({ type }) => type === conditionType);
  const { status: state, reason, message, lastTransitionTime } = found ?? {};
  if (state !== 'True' && state !== 'False' && state !== 'Unknown') return undefined;
  if (typeof reason !== 'string' || typeof message !== 'string' || typeof lastTransitionTime !== 'string')
    return undefined;
  return { status: state, reason, message, lastTransitionTime };
}

/** Whether the API has something against one Node, and not against all that we ask. */
export const isOfOneNode = (error: unknown): boolean =>
  error instanceof ApiError && [400, 404, 409, 422].includes(error.status);

/** A time as Kubernetes keeps it: without fractions. */
export const wholeSeconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');
