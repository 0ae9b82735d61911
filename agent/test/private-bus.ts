import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { MessageBus } from '@homebridge/dbus-native';
import dbus from '@homebridge/dbus-native';
import { systemBusSocket } from '../src/host/system-bus';
import { findDbusDaemon, howToGetDbusDaemon } from './dbus-daemon';

/** Where no daemon can be had, the files that need one are skipped, and `npm test` says so; in CI they fail. */
beforeEach((context) => {
  if (process.env['CI'] !== 'true' && findDbusDaemon() === undefined) context.skip(howToGetDbusDaemon);
});

/** A call that reached the fake service. */
export interface ReceivedCall {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** 2 is NO_AUTO_START (D-Bus specification, "Message Format"). */
  readonly flags: number;
  readonly body?: readonly unknown[];
}

/** What the fake service replies: a signature and values, the name of an error, or nothing at all. */
export type FakeReply =
  { readonly signature: string; readonly body: readonly unknown[] } | { readonly error: string } | 'silence';

/** What a test changes about the bus. */
export interface PrivateBusOptions {
  /** Path of the socket below the root. */
  readonly at?: string;
  /** The default policy of its configuration (dbus-daemon(1), "CONFIGURATION FILE"). */
  readonly policy?: string;
  /** Commands that the daemon may start, by the bus name that asks for them. */
  readonly activatable?: Readonly<Record<string, string>>;
}

/** What the library keeps below its documented interface, and a service needs. */
interface ServingBus extends MessageBus {
  sendReply(call: unknown, signature: string, body: readonly unknown[]): void;
  sendError(call: unknown, name: string, text: string): void;
}

const configuration = (
  socket: string,
  policy: string,
  services: string,
): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <servicedir>${services}</servicedir>
  <policy context="default">${policy}</policy>
</busconfig>
`;

const everything =
  '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/>';

/** A real dbus-daemon (Debian's package dbus) of its own for one host root, with services that tests make. */
export class PrivateBus {
  readonly calls: ReceivedCall[] = [];
  private readonly connections: MessageBus[] = [];

  private constructor(
    private readonly daemon: ChildProcess,
    private readonly socket: string,
  ) {}

  /** Starts the daemon where the host's system bus would be. */
  static async start(
    root: string,
    { at = systemBusSocket, policy = everything, activatable = {} }: PrivateBusOptions = {},
  ): Promise<PrivateBus> {
    const socket = path.join(root, at);
    const services = path.join(root, 'bus-services');
    mkdirSync(path.dirname(socket), { recursive: true });
    mkdirSync(services);
    for (const [name, command] of Object.entries(activatable)) {
      writeFileSync(path.join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`);
    }
    const file = path.join(root, 'bus.conf');
    writeFileSync(file, configuration(socket, policy, services));
    const found = findDbusDaemon();
    if (found === undefined) throw new Error(howToGetDbusDaemon);
    const daemon = spawn(found.program, ['--config-file', file, '--nofork', '--nopidfile', '--print-address'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: found.environment,
    });
    let errors = '';
    daemon.stderr.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    await new Promise<void>((resolve, reject) => {
      daemon.once('error', () => {
        reject(new Error(`${found.program} could not be started. ${howToGetDbusDaemon}`));
      });
      daemon.once('exit', () => {
        reject(new Error(`dbus-daemon ended: ${errors}`));
      });
      daemon.stdout.once('data', () => {
        resolve();
      });
    });
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
