import type { Server as HttpServer } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** Something that hands on bytes; `address` is `host:port`. */
export interface Tunnel {
  readonly address: string;
  /** How many connections came through. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

/** Joins two connections; when one ends or breaks, so does the other. */
function join(one: Socket, other: Socket): void {
  one.pipe(other);
  other.pipe(one);
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
  one.on('close', () => other.destroy());
  other.on('close', () => one.destroy());
}

async function listening(server: Server | HttpServer, host: string, connections: () => number): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    address: `${host}:${String((server.address() as AddressInfo).port)}`,
    connections,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An HTTP proxy, which opens a tunnel to where CONNECT asks for. RFC 9110, section 9.3.6. */
export function startProxy(): Promise<Tunnel> {
  let count = 0;
  const server = createHttpServer((_request, response) => {
    response.writeHead(405).end();
  });
  server.on('connect', ({ url = '' }, socket: Socket) => {
    count += 1;
    const { hostname, port } = new URL(`http://${url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    });
    join(socket, onward);
  });
  return listening(server, '127.0.0.1', () => count);
}

/** Another address of the machine, 127.0.0.2, behind which a server of 127.0.0.1 is. */
export function startRelay(port: number): Promise<Tunnel> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    join(socket, connect(port, '127.0.0.1'));
  });
  return listening(server, '127.0.0.2', () => count);
}
