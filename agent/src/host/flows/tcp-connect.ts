import { connect } from 'node:net';
import type { ConnectAnswer, ConnectQuestion } from './network';

/** Connects once by connect(2), and closes at once without a byte sent. Always ends, and never rejects. */
export function connectOnce({ address, port, timeoutMs, local }: ConnectQuestion): Promise<ConnectAnswer> {
  return new Promise((resolve) => {
    const socket = connect({
      ...{ host: address, port, autoSelectFamily: false },
      ...(local !== undefined && { localAddress: local }),
    });
    const finish = (answer: ConnectAnswer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    // After a pause of this process the timer is due before the answer is read that came in time.
    const timer = setTimeout(() => setImmediate(finish, { said: 'silence' }), timeoutMs);
    socket.on('connect', () => {
      finish({ said: 'connected' });
    });
    // It stays: an error of a socket that nobody listens to any more would end the process.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      finish({ said: 'error', code: error.code ?? 'unknown' });
    });
  });
}
