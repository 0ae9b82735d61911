import { existsSync, mkdirSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { observed, unavailable } from '@calico-readiness/requirements';
import { PrivateBus } from '../../../test/private-bus';
import { denyingFiles } from '../../../test/denying-files';
import { createSystemBus, systemBusSocket } from './system-bus';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';

const name = 'org.example.Service';
const question = { path: '/object', interface: 'org.example.Interface', member: 'Read' };

const buses: PrivateBus[] = [];
const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  await Promise.all(buses.splice(0).map((bus) => bus.stop()));
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  removeTemporaryHosts();
});

const privateBus = async (...parameters: Parameters<typeof PrivateBus.start>): Promise<PrivateBus> => {
  const bus = await PrivateBus.start(...parameters);
  buses.push(bus);
  return bus;
};

/** A program that is no bus listens in its place. */
async function listen(root: string, behave: (socket: Socket) => void): Promise<void> {
  const socket = path.join(root, systemBusSocket);
  mkdirSync(path.dirname(socket), { recursive: true });
  const server = createServer((connection) => {
    sockets.push(connection);
    connection.on('error', () => undefined);
    behave(connection);
    connection.resume();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(socket, resolve));
}

/** Takes whoever comes, and sends bytes once the client has begun (D-Bus specification, "Authentication Protocol"). */
function letIn(socket: Socket, bytes: Buffer): void {
  socket.once('data', () => {
    socket.write('OK 0123\r\n');
    socket.once('data', () => socket.write(bytes));
  });
}

describe('the system bus', () => {
  it('gives the answers of a service in the order of the questions', async () => {
    const { files } = temporaryHost({ 'etc/os-release': '' });
    const bus = await privateBus(files.root);
    await bus.serve(name, ({ member, body }) =>
      member === 'Read' ? { signature: 'sb', body: [String(body?.[0]), true] } : { error: 'org.example.Refused' },
    );

    const answers = await createSystemBus(files).ask(name, [
      { ...question, parameters: ['first', 'word'] },
      { ...question, member: 'Other' },
      { ...question, parameters: ['third'] },
    ]);

    expect(answers).toEqual(
      observed(
        [
          { status: 'answered', values: ['first', true] },
          { status: 'refused', error: 'org.example.Refused' },
          { status: 'answered', values: ['third', true] },
        ],
        systemBusSocket,
      ),
    );
  });

  it('is not asked for a name that nobody owns, and starts no service for it', async () => {
    const { files } = temporaryHost({ 'etc/os-release': '' });
    const started = path.join(files.root, 'started');
    await privateBus(files.root, { activatable: { [name]: `/bin/touch ${started}` } });

    expect(await createSystemBus(files).ask(name, [question])).toEqual(
      unavailable('not-found', systemBusSocket, `nobody owns ${name}`),
    );
    expect(existsSync(started)).toBe(false);
  });

  it('is left when a service does not answer in time', async () => {
    const { files } = temporaryHost({ 'etc/os-release': '' });
    const bus = await privateBus(files.root);
    await bus.serve(name, () => 'silence');

    expect(await createSystemBus(files, 1000).ask(name, [question])).toEqual(
      unavailable('timed-out', systemBusSocket, 'took longer than 1000 ms'),
    );
    expect(bus.calls).toHaveLength(1);
  });

  it('that does not let our call through has the refusal for an answer', async () => {
    const { files } = temporaryHost({ 'etc/os-release': '' });
    const bus = await privateBus(files.root, {
      policy: `<allow send_destination="*"/><allow receive_type="method_return"/><allow receive_type="error"/><allow own="*"/><allow user="*"/><deny send_destination="${name}"/>`,
    });
    await bus.serve(name, () => 'silence');

    expect(await createSystemBus(files).ask(name, [question])).toEqual(
      observed([{ status: 'refused', error: 'org.freedesktop.DBus.Error.AccessDenied' }], systemBusSocket),
    );
  });

  it('does not exist where its socket is missing', async () => {
    const { files } = temporaryHost({ 'run/lock/': '' });
    expect(await createSystemBus(files).ask(name, [question])).toEqual(unavailable('not-found', systemBusSocket));
  });

  it('is none where a file has the name of its socket', async () => {
    const { files } = temporaryHost({ [systemBusSocket]: '' });
    expect(await createSystemBus(files).ask(name, [question])).toEqual(
      unavailable('malformed', systemBusSocket, 'is not a socket'),
    );
  });

  it('is denied where its socket may not be looked at', async () => {
    const { files } = temporaryHost({ 'run/lock/': '' });
    expect(await createSystemBus(denyingFiles(files, 'run/dbus')).ask(name, [question])).toEqual(
      unavailable('denied', systemBusSocket),
    );
  });

  it('is found through links, which start at the host root', async () => {
    const { files } = temporaryHost({ 'run/real/': '', 'run/dbus': { linkTo: '/run/real' } });
    const bus = await privateBus(files.root, { at: 'run/real/system_bus_socket' });
    await bus.serve(name, () => ({ signature: 's', body: ['here'] }));

    expect(await createSystemBus(files).ask(name, [question])).toEqual(
      observed([{ status: 'answered', values: ['here'] }], systemBusSocket),
    );
  });

  it.each<[string, (socket: Socket) => void, ReturnType<typeof unavailable>]>([
    ['says nothing', () => undefined, unavailable('timed-out', systemBusSocket, 'took longer than 300 ms')],
    [
      'closes the connection',
      (socket) => socket.once('data', () => socket.destroy()),
      unavailable('failed', systemBusSocket, 'the bus closed the connection'),
    ],
    ['refuses who we are', (socket) => socket.write('REJECTED EXTERNAL\r\n'), unavailable('denied', systemBusSocket)],
    [
      'lets us in and then breaks off in a message',
      (socket) => letIn(socket, Buffer.alloc(15, 'l')),
      unavailable('timed-out', systemBusSocket, 'took longer than 300 ms'),
    ],
    [
      'claims a message of 4 GB',
      (socket) => letIn(socket, Buffer.alloc(4096, 0xff)),
      unavailable('failed', systemBusSocket, 'ERR_OUT_OF_RANGE'),
    ],
    // The client library throws for it in a listener of its own: a header field whose type does not exist.
    [
      'sends a message that is none',
      (socket) => letIn(socket, Buffer.from('6c0200010000000001000000100000000801230000000000ffffffffffffffff', 'hex')),
      unavailable('failed', systemBusSocket, 'Unknown type: "#" in signature "#"'),
    ],
  ])('is unavailable where what listens there %s', async (_, behave, expected) => {
    const { files } = temporaryHost({ 'run/lock/': '' });
    await listen(files.root, behave);
    // A busy machine must not make a late answer of one that is expected.
    const timeLimit = expected.reason === 'timed-out' ? 300 : 10_000;
    expect(await createSystemBus(files, timeLimit).ask(name, [question])).toEqual(expected);
  });

  it('that died leaves a socket that nobody listens on', async () => {
    const { files } = temporaryHost({ 'etc/os-release': '' });
    const bus = await privateBus(files.root);
    await bus.kill();
    expect(await createSystemBus(files).ask(name, [question])).toEqual(
      unavailable('failed', systemBusSocket, 'ECONNREFUSED'),
    );
  });
});
