import { Socket } from 'node:net';

/** More bytes than any answer needs; a host with a thousand interfaces takes a few megabytes. */
const mostBytes = 64 * 1024 * 1024;

/**
 * A connection whose listeners may throw: what they throw closes the connection and becomes its `error` event.
 * A D-Bus message that is none makes the client library throw where nobody could catch it.
 */
export class ContainedSocket extends Socket {
  override emit(event: string | symbol, ...parameters: unknown[]): boolean {
    try {
      if (event === 'readable' && this.bytesRead > mostBytes)
        throw new Error(`sent more than ${String(mostBytes)} bytes`);
      return super.emit(event, ...parameters);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
      return true;
    }
  }
}
