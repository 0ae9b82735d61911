import { Agent, request } from 'node:https';
import type { Cluster } from './cluster';

/** What the API answered; a body that is no JSON stays a text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** What it warns of (RFC 9111 `Warning`, as kubectl prints them). */
  readonly warnings: readonly string[];
}

/** An object of any kind. */
export interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[];
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

export interface Question {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

const mergePatch = 'application/merge-patch+json';
const timeLimit = 20_000;

/**
 * Speaks with an API server as its administrator, with nothing of the agent's own client: what specs arrange and look
 * up must not hang on what they try.
 */
export class KubernetesClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly cluster: Cluster) {}

  /** Resolves with whatever the API answers. */
  ask(method: string, path: string, question: Question = {}): Promise<Answer> {
    const { server, authority, administrator } = this.cluster;
    const { body, contentType = 'application/json', accept = 'application/json' } = question;
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${server}${path}`,
        {
          method,
          agent: this.agent,
          ca: authority,
          cert: administrator.certificate,
          key: administrator.key,
          // Node.js does not say the length of a DELETE by itself, and the server then sees no body.
          headers: { accept, 'content-type': contentType, 'content-length': Buffer.byteLength(text) },
          signal: AbortSignal.timeout(timeLimit),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              body: jsonOrText(Buffer.concat(chunks).toString()),
              warnings: [answer.headers['warning'] ?? []].flat(),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** The same, and rejects for an answer that is no success. */
  async do(method: string, path: string, question: Question = {}): Promise<KubernetesObject> {
    const { status, body } = await this.ask(method, path, question);
    if (status >= 300) throw new Error(`${method} ${path}: ${String(status)} ${JSON.stringify(body)}`);
    return body as KubernetesObject;
  }

  create(collection: string, object: unknown): Promise<KubernetesObject> {
    return this.do('POST', collection, { body: object });
  }

  /** Undefined for what is not there. */
  async get(path: string): Promise<KubernetesObject | undefined> {
    return (await this.ask('GET', path)).status === 404 ? undefined : this.do('GET', path);
  }

  patch(path: string, body: object, contentType = mergePatch): Promise<KubernetesObject> {
    return this.do('PATCH', path, { body, contentType });
  }

  /** Deletes it, if it is there. */
  async remove(path: string): Promise<void> {
    const { status, body } = await this.ask('DELETE', path);
    if (status >= 300 && status !== 404) throw new Error(`DELETE ${path}: ${JSON.stringify(body)}`);
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
