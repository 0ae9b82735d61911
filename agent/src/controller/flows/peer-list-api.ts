import type { ApiClient } from '../../cluster/api-client';
import { metadataOnly } from '../../cluster/api-request';
import { found } from '../../publish/api-answers';
import { isRecord } from '../../publish/carried-on';
import { controllerAsWriter } from '../profile/policy-api';

/** Where agents look for the list of peers and for the key of their challenges. */
export interface PeerListPlace {
  readonly namespace: string;
  /** The ConfigMaps are named so, with `-` and the number of the shard. */
  readonly prefix: string;
  /** Name of the Secret. */
  readonly secret: string;
  /** Milliseconds between two lists; for tests. */
  readonly gap?: number;
}

/** A ConfigMap or a Secret as it is stored. */
export interface Stored {
  readonly uid: string;
  readonly resourceVersion: string;
  /** Untrusted. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** What is written. Metadata and data that are not named stay as they are. */
export interface Written {
  readonly data: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** With whom the object goes away. */
  readonly owner?: { readonly name: string; readonly uid: string };
}

/** One kind of object of a namespace. Each rejects with ApiError, or with another error without an answer in time. */
export interface StoredObjectApi {
  /** The version of an object; undefined where there is none. Cheap. */
  version(name: string): Promise<string | undefined>;
  read(name: string): Promise<Stored | undefined>;
  /** Rejects with status 409 where there is one already. */
  create(name: string, written: Written): Promise<Stored>;
  /** Rejects with status 409 where the object is of another version. */
  change(name: string, version: string, written: Written): Promise<Stored>;
}

/** ConfigMaps or Secrets of a namespace. */
export function createStoredObjectApi(
  client: ApiClient,
  namespace: string,
  kind: 'ConfigMap' | 'Secret',
): StoredObjectApi {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/${kind.toLowerCase()}s`;
  const one = (name: string): string => `${path}/${encodeURIComponent(name)}`;
  const metadataOf = ({ annotations, labels, owner }: Written): object => ({
    ...(annotations && { annotations }),
    ...(labels && { labels }),
    ...(owner && { ownerReferences: [{ apiVersion: 'v1', kind, ...owner }] }),
  });
  return {
    version: async (name) => {
      const answer = await found(client.get(one(name), undefined, metadataOnly));
      return answer && storedOf(answer).resourceVersion;
    },
    read: async (name) => {
      const answer = await found(client.get(one(name)));
      return answer && storedOf(answer);
    },
    create: async (name, written) => {
      const metadata = { name, namespace, ...metadataOf(written) };
      const body = { apiVersion: 'v1', kind, metadata, data: written.data };
      return storedOf(await client.create(path, body, controllerAsWriter));
    },
    change: async (name, resourceVersion, written) => {
      const body = { metadata: { resourceVersion, ...metadataOf(written) }, data: written.data };
      return storedOf(await client.patch(one(name), 'merge', body, controllerAsWriter));
    },
  };
}

function storedOf(answer: object): Stored {
  const { metadata, data } = answer as Readonly<Record<string, unknown>>;
  const { uid, resourceVersion, annotations } = isRecord(metadata) ? metadata : {};
  if (typeof uid !== 'string' || typeof resourceVersion !== 'string')
    throw new SyntaxError('The answer of the API is no object');
  return {
    uid,
    resourceVersion,
    data: isRecord(data) ? data : {},
    annotations: isRecord(annotations) ? annotations : {},
  };
}
