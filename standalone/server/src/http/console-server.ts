import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '../backends/backend';
import type { ConsoleProfile } from '../console-profile';
import { isRecord } from '../kubernetes/kubernetes-object';
import { isScenarioName, scenarioNames } from '../kubernetes/scenario';
import { answerKubernetes } from './kubernetes-http';
import { WatchSockets } from './kubernetes-websocket';
import { readLocale } from './locale';
import { isOurRequest, securityHeaders } from './request-guard';
import { readStaticFile, type StaticFile } from './static-file';

const apiRoot = '/api/kubernetes';
const pluginRoot = '/api/plugins/calico-readiness/';
const shellRoot = '/static/';

export interface ConsoleServerOptions {
  readonly profile: ConsoleProfile;
  readonly backend: Backend;
  /** The built plugin: `plugin-manifest.json` and what it names. */
  readonly pluginDirectory: string;
  /** The built console shell of this profile. */
  readonly shellDirectory: string;
  /** Whether `/standalone/scenario` answers. */
  readonly testControls: boolean;
}

/** One emulated console on one loopback port. */
export class ConsoleServer {
  readonly #options: ConsoleServerOptions;
  readonly #server: Server;
  readonly #sockets: WatchSockets;

  constructor(options: ConsoleServerOptions) {
    this.#options = options;
    this.#sockets = new WatchSockets(options.backend.api);
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      const { pathname, searchParams } = urlOf(request);
      if (!isOurRequest(request.headers, this.port) || !pathname.startsWith(`${apiRoot}/`)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#sockets.accept(pathname.slice(apiRoot.length), searchParams, request, socket, head);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}${apiRoot}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close(): Promise<void> {
    this.#sockets.close();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      if (!isOurRequest(request.headers, this.port))
        return sendText(response, 403, 'This server answers only under its own loopback address.');
      await this.#route(request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, error instanceof Error ? error.message : String(error));
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = urlOf(request);
    const { backend, pluginDirectory, shellDirectory } = this.#options;
    if (pathname.startsWith(`${apiRoot}/`)) {
      return answerKubernetes(backend.api, pathname.slice(apiRoot.length), searchParams, request, response);
    }
    if (pathname === '/standalone/scenario' && this.#options.testControls) return this.#scenario(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Method not allowed');
    if (pathname === '/standalone/host.js') return sendFile(response, this.#hostScript());
    if (pathname.startsWith(pluginRoot))
      return sendFile(response, await readStaticFile(pluginDirectory, decode(pathname.slice(pluginRoot.length))));
    if (pathname === '/locales/resource.json') {
      return sendFile(
        response,
        (await readLocale(pluginDirectory, searchParams.get('lng') ?? '', searchParams.get('ns') ?? '')) ?? noTexts,
      );
    }
    if (pathname.startsWith(shellRoot))
      return sendFile(response, await readStaticFile(shellDirectory, decode(pathname.slice(shellRoot.length))));
    if (pathname.startsWith('/api/') || pathname.startsWith('/standalone/') || pathname === '/favicon.ico')
      return sendText(response, 404, 'Not found');
    // Every other path is a page of the shell.
    return sendFile(response, await readStaticFile(shellDirectory, 'index.html'));
  }

  /** What the shell must know before it starts; a file of its own because the policy allows no script in the page. */
  #hostScript(): StaticFile {
    const { profile, backend } = this.#options;
    const host = { profile, backend: backend.name, label: backend.label, isSample: backend.isSample };
    const flags = {
      basePath: '/',
      releaseVersion: `${profile}.0`,
      branding: 'standalone',
      userSettingsLocation: 'localstorage',
    };
    const content = `window.SERVER_FLAGS = ${scriptJson(flags)};\nwindow.STANDALONE_HOST = ${scriptJson(host)};\n`;
    return { content: Buffer.from(content), contentType: 'text/javascript; charset=utf-8', cacheControl: 'no-store' };
  }

  async #scenario(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { api } = this.#options.backend;
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
      const body: unknown = JSON.parse(text);
      const name = isRecord(body) ? body['name'] : undefined;
      if (!isScenarioName(name)) return sendText(response, 400, `name is one of ${scenarioNames.join(', ')}`);
      api.setScenario(name);
    }
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ name: api.scenarioName, names: scenarioNames }));
  }
}

/** A language that the plugin was not translated to: the shell then falls back to English. */
const noTexts: StaticFile = {
  content: Buffer.from('{}'),
  contentType: 'application/json; charset=utf-8',
  cacheControl: 'no-cache',
};

const urlOf = (request: IncomingMessage): URL =>
  new URL(
    request.url?.startsWith('/') === true ? `http://localhost${request.url.replace(/^\/+/, '/')}` : 'http://localhost/',
  );

const decode = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not a path that anything is served under.
    return '\0';
  }
};

/** JSON that stays inside a script, whatever a host is named. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const sendText = (response: ServerResponse, code: number, text: string): void => {
  response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
};

const sendFile = (response: ServerResponse, file: StaticFile | undefined): void => {
  if (file === undefined) return sendText(response, 404, 'Not found');
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.content.length,
    'Cache-Control': file.cacheControl,
  });
  response.end(file.content);
};
