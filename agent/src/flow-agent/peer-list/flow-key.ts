import type { ApiClient } from '../../cluster/api-client';
import type { Keyring } from '../../host/flows/keyring';
import { keyringOf } from '../../host/flows/keyring';
import { found } from '../../publish/api-answers';
import type { CadenceParts } from './cadence';
import { Cadence } from './cadence';

/** The Secret with the key by which agents know each other's challenges. */
export interface FlowKeySecret {
  readonly namespace: string;
  readonly name: string;
}

/** As many as HMAC-SHA-256 is made for (RFC 2104), and none that is no key. */
const [leastBytes, mostBytes] = [32, 4096] as const;

/**
 * Reads the key, in base64 as the Secret has it, from the cache of the API server. Undefined where there is none, or one
 * that is too short or too long. Rejects as the client does.
 */
export async function readFlowKey(
  client: Pick<ApiClient, 'get'>,
  { namespace, name }: FlowKeySecret,
): Promise<string | undefined> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  const secret = await found<{ readonly data?: Readonly<Record<string, unknown>> | null }>(
    client.get(path, { resourceVersion: '0' }),
  );
  const key = secret?.data?.['key'];
  if (typeof key !== 'string' || key.length > 2 * mostBytes) return undefined;
  const { length } = Buffer.from(key, 'base64');
  return length >= leastBytes && length <= mostBytes ? key : undefined;
}

/** The key as an agent knows it: read as often as the list of peers, and kept while the API is away. */
export class FlowKey {
  /** Another object for another key; undefined while there is none. */
  keys: Keyring | undefined;
  private text: string | undefined;
  private readonly cadence: Cadence;

  constructor(private readonly parts: CadenceParts & { readonly read: () => Promise<string | undefined> }) {
    this.cadence = new Cadence(parts, 'the key of flow tests');
  }

  /** Reads the key where that is due. Never rejects. */
  refresh(): Promise<void> {
    return this.cadence.whenDue(async () => {
      const text = await this.parts.read();
      if (text !== this.text) this.keys = text === undefined ? undefined : keyringOf(Buffer.from(text, 'base64'));
      this.text = text;
      return text !== undefined;
    });
  }
}
