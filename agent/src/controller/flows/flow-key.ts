import { randomBytes } from 'node:crypto';
import type { AgentLog } from '../../foundation/agent-log';
import type { StoredObjectApi } from './peer-list-api';

/** Bytes of the key: those of HMAC-SHA-256. */
const keyBytes = 32;

/** What keeping the key takes. */
export interface FlowKeyParts {
  readonly api: StoredObjectApi;
  /** Name of the Secret. */
  readonly name: string;
  readonly log: AgentLog;
}

/**
 * Sees to it that there is a key by which agents know each other's challenges: 32 random bytes in `data.key` of a Secret.
 * One that is there is never changed: agents that read another one would refuse each other.
 */
export class FlowKey {
  /** The version that was seen to have a key. */
  private version: string | undefined;

  constructor(private readonly parts: FlowKeyParts) {}

  /** Rejects with ApiError; another writer's key is seen with the next call. */
  async keep(): Promise<void> {
    const { api, name, log } = this.parts;
    const version = await api.version(name);
    if (version !== undefined && version === this.version) return;
    const stored = version === undefined ? undefined : await api.read(name);
    const key = stored?.data['key'];
    if (stored !== undefined && typeof key === 'string' && key !== '') {
      const bytes = Buffer.from(key, 'base64').length;
      if (bytes !== keyBytes)
        log.warn({ secret: name, bytes }, 'The Secret has a key of another length; it is left as it is');
      this.version = stored.resourceVersion;
      return;
    }
    const written = { data: { key: randomBytes(keyBytes).toString('base64') } };
    const made =
      stored === undefined ? await api.create(name, written) : await api.change(name, stored.resourceVersion, written);
    this.version = made.resourceVersion;
    log.info({ secret: name }, 'Made the key by which agents know each other');
  }
}
