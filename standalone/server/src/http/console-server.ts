import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerConsole, apiRoot, urlOf, type EmulatedConsole } from './console-routes';
import { WatchSockets } from './kubernetes-websocket';
import { isOurRequest, securityHeaders } from './request-guard';
import { sendText } from './responses';

/** One emulated console on one loopback port. */
export class ConsoleServer {
  readonly #console: EmulatedConsole;
  readonly #server: Server;
  readonly #sockets: WatchSockets;

  constructor(emulated: EmulatedConsole) {
    this.#console = emulated;
    this.#sockets = new WatchSockets(emulated.backend.api);
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
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
      await answerConsole(this.#console, request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, error instanceof Error ? error.message : String(error));
    }
  }
}
