import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { systemBusSocket } from '../src/host/bus/system-bus';

/** What a test changes about the bus. */
export interface PrivateBusOptions {
  /** Path of the socket below the root. */
  readonly at?: string;
  /** The default policy of its configuration (dbus-daemon(1), "CONFIGURATION FILE"). */
  readonly policy?: string;
  /** Commands that the daemon may start, by the bus name that asks for them. */
  readonly activatable?: Readonly<Record<string, string>>;
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

/** Writes what a daemon of its own below `root` needs: where it will listen, and the file that says so. */
export function writeBusConfiguration(
  root: string,
  { at = systemBusSocket, policy = everything, activatable = {} }: PrivateBusOptions,
): { readonly socket: string; readonly file: string } {
  const socket = path.join(root, at);
  const services = path.join(root, 'bus-services');
  mkdirSync(path.dirname(socket), { recursive: true });
  mkdirSync(services);
  for (const [name, command] of Object.entries(activatable)) {
    writeFileSync(path.join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`);
  }
  const file = path.join(root, 'bus.conf');
  writeFileSync(file, configuration(socket, policy, services));
  return { socket, file };
}
