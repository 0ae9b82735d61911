import { createSocket } from 'node:dgram';

/** Which address of this host packets to another one come from, by connecting a UDP socket, which sends nothing; or the errno (connect(2)). */
export function sourceAddress(peer: string): Promise<{ readonly address: string } | { readonly code: string }> {
  return new Promise((resolve) => {
    const socket = createSocket(peer.includes(':') ? 'udp6' : 'udp4');
    const finish = (answer: { readonly address: string } | { readonly code: string }): void => {
      socket.close();
      resolve(answer);
    };
    const fail = (error: NodeJS.ErrnoException): void => {
      finish({ code: error.code ?? 'unknown' });
    };
    socket.once('error', fail);
    socket.connect(9, peer, (error?: Error) => {
      if (error === undefined || error === null) finish({ address: socket.address().address });
      else fail(error);
    });
  });
}
