import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import type { NodeReport } from '@calico-readiness/requirements';

interface StoredObject {
  readonly metadata: {
    readonly name: string;
    readonly resourceVersion?: string;
    readonly uid?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

const group = '/apis/calicoreadiness.io/v1alpha1';

/**
 * A Kubernetes API for specs: cluster-scoped objects in memory under their real paths, with resource versions,
 * conflicts, status subresources and watches, on a port of localhost that can go away and come back.
 */
export class FakeKubernetesApi {
  readonly objects = new Map<string, StoredObject>();
  /** Every request as `METHOD path`, watches as `WATCH path`. */
  readonly requests: string[] = [];
  /** Answers with that status instead, as long as it is set, to requests whose `METHOD path` matches. */
  failing: { readonly pattern: RegExp; readonly status: number; readonly headers?: Record<string, string> } | undefined;
  /** Never answers requests whose `METHOD path` matches. */
  hanging: RegExp | undefined;
  /** Ends the connection without an answer to requests whose `METHOD path` matches. */
  dropping: RegExp | undefined;
  crdInstalled = true;

  private server: Server | undefined;
  private port = 0;
  private version = 100;
  private readonly watches = new Set<{
    readonly path: string;
    readonly name: string;
    readonly response: ServerResponse;
  }>();

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  /** Drops every connection and refuses new ones. */
  async stop(): Promise<void> {
    this.watches.clear();
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  get kubeConfig(): KubeConfig {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromClusterAndUser(
      { name: 'fake', server: `http://127.0.0.1:${String(this.port)}`, skipTLSVerify: true },
      { name: 'agent' },
    );
    return kubeConfig;
  }

  report(name: string): NodeReport | undefined {
    return this.objects.get(`${group}/nodereports/${name}`) as unknown as NodeReport | undefined;
  }

  /** Puts an object where it belongs, as another client would. */
  put(path: string, object: StoredObject): void {
    const known = this.objects.has(path);
    const stored = this.store(path, object);
    this.tell(path, known ? 'MODIFIED' : 'ADDED', stored);
  }

  /** Changes a report's spec, as the console does. */
  requestRecheck(name: string, time: string): void {
    const path = `${group}/nodereports/${name}`;
    const object = this.objects.get(path);
    if (object !== undefined) this.put(path, { ...object, spec: { recheckRequestedAt: time } });
  }

  putPolicy(spec: object): void {
    this.put(`${group}/readinesspolicies/cluster`, {
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'ReadinessPolicy',
      metadata: { name: 'cluster' },
      spec,
    });
  }

  delete(path: string): void {
    const object = this.objects.get(path);
    this.objects.delete(path);
    if (object !== undefined) this.tell(path, 'DELETED', object);
  }

  count(pattern: RegExp): number {
    return this.requests.filter((request) => pattern.test(request)).length;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const method = url.searchParams.has('watch') ? 'WATCH' : (request.method ?? '');
    const call = `${method} ${url.pathname}`;
    this.requests.push(call);
    const body = await readBody(request);
    const fail = (status: number, message: string, headers: Record<string, string> = {}): void => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify({ kind: 'Status', status: 'Failure', code: status, message }));
    };
    if (this.hanging?.test(call)) return;
    if (this.dropping?.test(call)) {
      request.socket.destroy();
      return;
    }
    if (this.failing?.pattern.test(call)) {
      fail(this.failing.status, 'as the spec wants it', this.failing.headers);
      return;
    }
    if (url.pathname.startsWith(group) && !this.crdInstalled) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
      return;
    }
    const send = (status: number, object: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(object));
    };
    const status = url.pathname.endsWith('/status');
    const path = status ? url.pathname.slice(0, -'/status'.length) : url.pathname;
    const stored = this.objects.get(path);
    switch (method) {
      case 'WATCH': {
        const name = (url.searchParams.get('fieldSelector') ?? '').replace('metadata.name=', '');
        response.writeHead(200, { 'content-type': 'application/json' });
        response.flushHeaders();
        this.watches.add({ path, name, response });
        const now = this.objects.get(`${path}/${name}`);
        if (now !== undefined) response.write(`${JSON.stringify({ type: 'ADDED', object: now })}\n`);
        return;
      }
      case 'GET':
        return stored === undefined ? fail(404, `${path} not found`) : send(200, stored);
      case 'POST': {
        const created = { ...(body as StoredObject), status: undefined };
        const place = `${path}/${created.metadata.name}`;
        if (this.objects.has(place)) return fail(409, 'already exists');
        const object = this.store(place, {
          ...created,
          metadata: { ...created.metadata, uid: `uid-${String(this.version)}` },
        });
        send(201, object);
        return this.tell(place, 'ADDED', object);
      }
      case 'PUT': {
        if (stored === undefined) return fail(404, `${path} not found`);
        const { metadata, status: newStatus } = body as StoredObject;
        if (metadata.resourceVersion !== undefined && metadata.resourceVersion !== stored.metadata.resourceVersion)
          return fail(409, 'the object has been modified');
        if (!status) return fail(405, 'specs write the status only');
        const object = this.store(path, { ...stored, status: newStatus });
        send(200, object);
        return this.tell(path, 'MODIFIED', object);
      }
      case 'PATCH': {
        if (stored === undefined) return fail(404, `${path} not found`);
        if (request.headers['content-type'] !== 'application/merge-patch+json')
          return fail(415, 'specs send merge patches');
        const { metadata } = body as StoredObject;
        const labels = { ...(stored.metadata['labels'] as object), ...(metadata['labels'] as object) };
        const object = this.store(path, { ...stored, metadata: { ...stored.metadata, ...metadata, labels } });
        send(200, object);
        return this.tell(path, 'MODIFIED', object);
      }
      default:
        return fail(405, method);
    }
  }

  private store(path: string, object: StoredObject): StoredObject {
    this.version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.version) } };
    this.objects.set(path, stored);
    return stored;
  }

  private tell(path: string, type: string, object: StoredObject): void {
    for (const watch of this.watches) {
      if (path === `${watch.path}/${watch.name}`) watch.response.write(`${JSON.stringify({ type, object })}\n`);
    }
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}
