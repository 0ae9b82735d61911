import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { BusAnswer, BusQuestion } from './bus-connection';
import { connectToBus } from './bus-connection';
import type { HostFiles } from '../host-files';
import { unavailableBecauseOf } from '../system-error';

/** The host's system message bus (dbus-daemon(1)). It is only asked, and nothing is started to answer. */
export interface SystemBus {
  /**
   * Asks the owner of a bus name, all questions over one connection; the answers are in their order.
   * Unavailable: `not-found` where there is no bus or nobody owns the name, `denied` where the bus does not let
   * us in, `timed-out` when not everything was answered in time, `failed` for what is no D-Bus.
   */
  ask(owner: string, questions: readonly BusQuestion[]): Promise<Fact<readonly BusAnswer[]>>;
}

/** The bus's well-known address (D-Bus specification, "System message bus"), below the host's root. */
export const systemBusSocket = 'run/dbus/system_bus_socket';

const defaultTimeLimit = 2000;

/** The system bus of the host whose files these are. It connects when asked and not before; the limit is in milliseconds. */
export function createSystemBus(files: HostFiles, timeLimit = defaultTimeLimit): SystemBus {
  return {
    async ask(owner, questions) {
      const socket = await files.socketPath(systemBusSocket);
      if (socket.status === 'unavailable') return socket;
      try {
        return await askWithin(timeLimit, socket.value, owner, questions);
      } catch (error) {
        return unavailableBecauseOf(error, systemBusSocket);
      }
    },
  };
}

async function askWithin(
  timeLimit: number,
  path: string,
  owner: string,
  questions: readonly BusQuestion[],
): Promise<Fact<readonly BusAnswer[]>> {
  const connection = await connectToBus(path);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Fact<never>>((resolve) => {
    timer = setTimeout(() => {
      resolve(unavailable('timed-out', systemBusSocket, `took longer than ${String(timeLimit)} ms`));
    }, timeLimit);
  });
  const ask = async (): Promise<Fact<readonly BusAnswer[]>> => {
    const owned = await connection.call('org.freedesktop.DBus', nameHasOwner(owner));
    if (owned.status === 'refused') return unavailable('denied', systemBusSocket, owned.error);
    if (owned.values[0] !== true) return unavailable('not-found', systemBusSocket, `nobody owns ${owner}`);
    return observed(await Promise.all(questions.map((question) => connection.call(owner, question))), systemBusSocket);
  };
  try {
    return await Promise.race([ask(), connection.failure, late]);
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}

/** Asked first, because a call to a name that nobody owns would start its service (NO_AUTO_START is set besides). */
const nameHasOwner = (name: string): BusQuestion => ({
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'NameHasOwner',
  parameters: [name],
});
