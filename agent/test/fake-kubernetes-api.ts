import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import type { NodeReport } from '@calico-readiness/requirements';
import type { StoredObject } from './fake-cluster-objects';
import { FakeClusterObjects } from './fake-cluster-objects';
import { answerCall, fail } from './fake-kubernetes-answers';

const group = '/apis/calicoreadiness.io/v1alpha1';

/**
 * A Kubernetes API for specs: cluster-scoped objects in memory under their real paths, with resource versions,
 * conflicts, status subresources and watches, on a port of localhost that can go away and come back.
 */
export class FakeKubernetesApi {
  readonly cluster = new FakeClusterObjects();
  /** Changes that are made here nobody is told of. */
  readonly objects = this.cluster.byPath;
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
    this.cluster.endWatches();
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
    this.cluster.put(path, object);
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
    this.cluster.delete(path);
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
    if (this.hanging?.test(call)) return;
    if (this.dropping?.test(call)) {
      request.socket.destroy();
      return;
    }
    if (this.failing?.pattern.test(call)) {
      fail(response, this.failing.status, 'as the spec wants it', this.failing.headers);
      return;
    }
    if (url.pathname.startsWith(group) && !this.crdInstalled) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
      return;
    }
    answerCall(this.cluster, { method, url, contentType: request.headers['content-type'], body }, response);
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}
