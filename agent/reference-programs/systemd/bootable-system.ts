/** What a tree takes from the machine. */
export interface BootPrograms {
  readonly shippedUnits: string;
  readonly busDaemon: string;
  /** A search path for libraries of programs that were only unpacked; empty for installed ones. */
  readonly libraries: string;
}

/** Where the tree keeps what a generator of its own copies to its three directories, since systemd empties them at boot. */
export const placeOfGenerated = 'var/generated';

const generator = `#!/bin/sh
cp -a /${placeOfGenerated}/generator/. "$1"
cp -a /${placeOfGenerated}/generator.early/. "$2"
cp -a /${placeOfGenerated}/generator.late/. "$3"
`;

/** The bus that the agent asks; a policy of its own, since the tree has no accounts but root. */
const busConfiguration = `<busconfig>
  <type>system</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy>
</busconfig>
`;

const busService = (busDaemon: string, libraries: string): string => `[Unit]
DefaultDependencies=no
Requires=dbus.socket
[Service]
Environment=LD_LIBRARY_PATH=${libraries}
ExecStart=${busDaemon} --config-file=/etc/bus.conf --address=systemd: --nofork --nopidfile --systemd-activation
`;

const busSocket = '[Unit]\nDefaultDependencies=no\n[Socket]\nListenStream=/run/dbus/system_bus_socket\n';

/** Answers once the boot has come to its end; of its own accord it then stays, so that nothing that follows is lost. */
const answering = (libraries: string): string => `[Unit]
DefaultDependencies=no
After=multi-user.target dbus.service
[Service]
Type=oneshot
RemainAfterExit=yes
Environment=LD_LIBRARY_PATH=${libraries}
ExecStart=/bin/sh -x /etc/answer.sh
StandardOutput=file:/run/answer.log
StandardError=inherit
`;

/** Files of every tree that boots to multi-user.target, has a bus, and runs `answer` at the end, by their paths. */
export const bootableSystem = (
  answer: string,
  { busDaemon, libraries }: Pick<BootPrograms, 'busDaemon' | 'libraries'>,
): Readonly<Record<string, string>> => ({
  'etc/os-release': 'ID=debian\n',
  'etc/machine-id': `${'0123456789abcdef'.repeat(2)}\n`,
  'etc/passwd': 'root:x:0:0::/root:/bin/sh\n',
  'etc/group': 'root:x:0:\n',
  'etc/bus.conf': busConfiguration,
  'etc/answer.sh': answer,
  'usr/bin/sh': '',
  'usr/lib/systemd/system/default.target':
    '[Unit]\nWants=multi-user.target dbus.service answer.service\nAllowIsolate=yes\n',
  'usr/lib/systemd/system/dbus.service': busService(busDaemon, libraries),
  'usr/lib/systemd/system/dbus.socket': busSocket,
  'usr/lib/systemd/system/answer.service': answering(libraries),
  'etc/systemd/system-generators/tree': generator,
});
