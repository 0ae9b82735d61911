import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiAccess } from '../backends/backend';
import { Access } from './access';
import { answerConsole, apiRoot, urlOf, type EmulatedConsole } from './console-routes';
import { WatchSockets } from './kubernetes-websocket';
import { refuseUpgrade, sendUnauthorized } from './refusal';
import { isOurRequest, securityHeaders } from './request-guard';
import { sendRedirect, sendText } from './responses';

/** One emulated console on one loopback port. */
export class ConsoleServer {
  readonly #console: EmulatedConsole;
  readonly #access: Access;
  readonly #server: Server;
  readonly #sockets: WatchSockets;

  constructor(emulated: EmulatedConsole, token: string) {
    this.#access = new Access(token);
    this.#console = emulated;
    this.#sockets = new WatchSockets(emulated.backend.api);
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const { pathname, searchParams } = urlOf(request);
      if (!isOurRequest(request.headers, this.port)) return refuseUpgrade(socket, 403);
      if (!this.#access.knows(request.headers, this.port)) return refuseUpgrade(socket, 401);
      if (!pathname.startsWith(`${apiRoot}/`)) return refuseUpgrade(socket, 403);
      this.#sockets.accept(pathname.slice(apiRoot.length), searchParams, request, socket, head);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** For the back end in this process. */
  get apiAccess(): ApiAccess {
    return { url: `http://127.0.0.1:${this.port}${apiRoot}`, bearer: this.#access.ownBearer };
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
      const url = urlOf(request);
      const admission = this.#access.admit(request, url, this.port);
      switch (admission.kind) {
        case 'admitted':
          return await answerConsole(this.#console, request, response);
        case 'redirected':
          return sendRedirect(response, admission.location, admission.cookie);
        case 'refused':
          return sendUnauthorized(request, response, url.pathname);
        default:
          return admission satisfies never;
      }
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, error instanceof Error ? error.message : String(error));
    }
  }
}
