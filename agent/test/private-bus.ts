import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { MessageBus } from '@homebridge/dbus-native';
import dbus from '@homebridge/dbus-native';
import type { PrivateBusOptions } from './bus-configuration';
import { writeBusConfiguration } from './bus-configuration';
import { findDbusDaemon, howToGetDbusDaemon } from './dbus-daemon';
import type { FakeReply, ReceivedCall } from './fake-service';

/** Where no daemon can be had, the files that need one are skipped, and `npm test` says so; in CI they fail. */
beforeEach((context) => {
  if (process.env['CI'] !== 'true' && findDbusDaemon() === undefined) context.skip(howToGetDbusDaemon);
});

/** What the library keeps below its documented interface, and a service needs. */
interface ServingBus extends MessageBus {
  sendReply(call: unknown, signature: string, body: readonly unknown[]): void;
  sendError(call: unknown, name: string, text: string): void;
}

/** Resolves with the first line that the daemon prints, its address. */
async function untilItListens(daemon: ChildProcessByStdio<null, Readable, Readable>, program: string): Promise<void> {
  let errors = '';
  daemon.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  await new Promise<void>((resolve, reject) => {
    daemon.once('error', () => {
      reject(new Error(`${program} could not be started. ${howToGetDbusDaemon}`));
    });
    daemon.once('exit', () => {
      reject(new Error(`dbus-daemon ended: ${errors}`));
    });
    daemon.stdout.once('data', () => {
      resolve();
    });
  });
}

/** A real dbus-daemon (Debian's package dbus) of its own for one host root, with services that tests make. */
export class PrivateBus {
  readonly calls: ReceivedCall[] = [];
  private readonly connections: MessageBus[] = [];

  private constructor(
    private readonly daemon: ChildProcess,
    private readonly socket: string,
  ) {}

  /** Starts the daemon where the host's system bus would be. */
  static async start(root: string, options: PrivateBusOptions = {}): Promise<PrivateBus> {
    const { socket, file } = writeBusConfiguration(root, options);
    const found = findDbusDaemon();
    if (found === undefined) throw new Error(howToGetDbusDaemon);
    const daemon = spawn(found.program, ['--config-file', file, '--nofork', '--nopidfile', '--print-address'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: found.environment,
    });
    await untilItListens(daemon, found.program);
    return new PrivateBus(daemon, socket);
  }

  /** Owns a name and answers every call to it. */
  async serve(name: string, reply: (call: ReceivedCall) => FakeReply): Promise<void> {
    const bus = dbus.createClient({ stream: connect(this.socket), authMethods: ['EXTERNAL'] }) as ServingBus;
    this.connections.push(bus);
    // The library's own listener would answer unknown calls with an error.
    bus.connection.removeAllListeners('message');
    const pending = new Map<number, (body: readonly unknown[]) => void>();
    bus.connection.on('message', (message: ReceivedCall & { type: number; replySerial: number; sender: string }) => {
      if (message.type !== 1) pending.get(message.replySerial)?.(message.body ?? []);
      else this.answer(bus, message, reply);
    });
    const request = {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'RequestName',
      signature: 'su',
      body: [name, 4],
      serial: 0,
    };
    await new Promise<void>((resolve, reject) => {
      bus.connection.on('error', reject);
      bus.invoke(request, () => undefined);
      pending.set(request.serial, () => {
        resolve();
      });
    });
  }

  async stop(): Promise<void> {
    for (const { connection } of this.connections) connection.stream.destroy();
    if (this.daemon.exitCode !== null || this.daemon.signalCode !== null) return;
    const ended = new Promise((resolve) => this.daemon.once('exit', resolve));
    this.daemon.kill();
    await ended;
  }

  /** Kills the daemon, so that its socket stays behind. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.daemon.once('exit', resolve));
    this.daemon.kill('SIGKILL');
    await ended;
  }

  private answer(bus: ServingBus, call: ReceivedCall, replyTo: (call: ReceivedCall) => FakeReply): void {
    const { path: object, interface: interfaceName, member, flags, body } = call;
    const received = { path: object, interface: interfaceName, member, flags, ...(body && { body }) };
    const reply = replyTo(received);
    this.calls.push(received);
    if (reply === 'silence') return;
    if ('error' in reply) bus.sendError(call, reply.error, 'a test');
    else bus.sendReply(call, reply.signature, reply.body);
  }
}
