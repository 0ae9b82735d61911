import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { EmbeddedApi } from '../kubernetes/embedded-api';
import { StatusError } from '../kubernetes/status';

const keepAliveMilliseconds = 30_000;

/** Bytes of a frame from the browser. A watch sends none. */
const largestFrame = 4096;

/** Serves watches over WebSocket, one JSON event per frame, as the console asks for them. */
export class WatchSockets {
  readonly #api: EmbeddedApi;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: largestFrame });

  constructor(api: EmbeddedApi) {
    this.#api = api;
  }

  accept(path: string, query: URLSearchParams, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#api.outage !== undefined) {
      // Nobody is there who could speak WebSocket: the console's own server says so.
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      // A frame that is none, or too large: only this socket ends.
      client.on('error', () => client.terminate());
      try {
        const stop = this.#api.watch(
          { path, query },
          (event) => client.send(JSON.stringify(event)),
          // Without a close frame, as a restarting server would: the console then lists again.
          () => client.terminate(),
        );
        const timer = setInterval(() => client.ping(), keepAliveMilliseconds);
        client.on('close', () => {
          clearInterval(timer);
          stop();
        });
      } catch (error) {
        const { status } =
          error instanceof StatusError ? error : new StatusError('InternalError', 'the watch could not begin');
        client.send(JSON.stringify({ type: 'ERROR', object: status }));
        client.close(1011, status.reason);
      }
    });
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}
