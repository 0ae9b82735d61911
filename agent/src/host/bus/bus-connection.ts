import type { Socket } from 'node:net';
import { ContainedSocket } from './contained-socket';

// The package's own types leave out what its documentation describes.
declare module '@homebridge/dbus-native' {
  export function createClient(options: {
    readonly stream: Socket;
    readonly authMethods: readonly string[];
  }): MessageBus;
}

/** A method call that only reads (D-Bus specification, "Message Types"); every parameter is a string. */
export interface BusQuestion {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly parameters?: readonly string[];
}

/** What a service answered: the values of its reply, or the name of its error. */
export type BusAnswer =
  | { readonly status: 'answered'; readonly values: readonly unknown[] }
  | { readonly status: 'refused'; readonly error: string };

/** A connection to a message bus. */
export interface BusConnection {
  /** The answer of one service; it stays pending when the connection fails or the service is silent. */
  call(destination: string, question: BusQuestion): Promise<BusAnswer>;
  /** Rejects when the connection fails, with Node's error or that of the client library. */
  readonly failure: Promise<never>;
  close(): void;
}

/** The message flag that keeps the bus from starting a service (D-Bus specification, "Message Format"). */
const noAutoStart = 0x2;

/** Connects to the bus that listens on a socket of this machine, as the user that we are. Loads the client only here. */
export async function connectToBus(path: string): Promise<BusConnection> {
  // Its default export is what a CommonJS package has for sure, bundled or not.
  const { default: dbus } = await import('@homebridge/dbus-native');
  const stream = new ContainedSocket();
  let fail: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Whoever closes the connection first may never look at how it ended.
  failure.catch(() => undefined);
  stream.once('close', () => {
    fail(new Error('the bus closed the connection'));
  });
  stream.connect(path);
  const client = dbus.createClient({ stream, authMethods: ['EXTERNAL'] });
  client.connection.on('error', (error: unknown) => {
    fail(asError(error));
  });
  return {
    failure,
    call: (destination, { path: object, interface: interfaceName, member, parameters = [] }) =>
      new Promise((resolve) => {
        const message = { destination, path: object, interface: interfaceName, member, flags: noAutoStart };
        const typed =
          parameters.length === 0
            ? message
            : { ...message, signature: 's'.repeat(parameters.length), body: parameters };
        client.invoke(typed, function (this: unknown, error, ...values: readonly unknown[]) {
          resolve(error ? { status: 'refused', error: error.name } : { status: 'answered', values });
        });
      }),
    close: () => {
      stream.destroy();
    },
  };
}

/** A refused authentication comes as the server's line, `REJECTED EXTERNAL`. */
function asError(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  return known.message.startsWith('REJECTED')
    ? Object.assign(new Error(known.message.trim()), { code: 'EACCES' })
    : known;
}
