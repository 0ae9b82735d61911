import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** Targets on the way up and down that the trees keep as systemd ships them; everything else that a machine has is left out. */
const shippedTargets = [
  'basic',
  'sysinit',
  'multi-user',
  'graphical',
  'shutdown',
  'umount',
  'final',
  'sockets',
  'timers',
  'paths',
  'slices',
  'local-fs',
  'local-fs-pre',
  'swap',
  'network',
  'network-pre',
  'network-online',
  'rescue',
].map((name) => `${name}.target`);

/** Where the tree keeps what a generator of its own copies to its three directories, since systemd empties them at boot. */
const generated = 'var/generated';

const generator = `#!/bin/sh
cp -a /${generated}/generator/. "$1"
cp -a /${generated}/generator.early/. "$2"
cp -a /${generated}/generator.late/. "$3"
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

/** What a tree takes from the machine. */
export interface BootPrograms {
  readonly shippedUnits: string;
  readonly busDaemon: string;
  /** A search path for libraries of programs that were only unpacked; empty for installed ones. */
  readonly libraries: string;
}

/** Writes the smallest system that boots to multi-user.target, has a bus, and runs /etc/answer.sh at the end. */
export function writeBootableTree(
  root: string,
  entries: GeneratedUnitTree,
  answer: string,
  { shippedUnits, busDaemon, libraries }: BootPrograms,
): void {
  const vendor = join(root, 'usr/lib/systemd/system');
  for (const directory of [
    'usr/lib/systemd/system',
    'usr/local/lib/systemd/system',
    'usr/bin',
    'run',
    'etc/systemd/system-generators',
    'var/lib',
  ]) {
    mkdirSync(join(root, directory), { recursive: true });
  }
  for (const name of ['generator', 'generator.early', 'generator.late'])
    mkdirSync(join(root, generated, name), { recursive: true });
  for (const target of shippedTargets) {
    if (existsSync(join(shippedUnits, target)))
      cpSync(join(shippedUnits, target), join(vendor, target), { dereference: true });
  }
  const files: Readonly<Record<string, string>> = {
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
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  chmodSync(join(root, 'etc/systemd/system-generators/tree'), 0o755);
  writeEntries(
    root,
    entries.filter(({ path }) => !isInRun(path)),
  );
}

/** Makes /run what a boot finds: empty, but for what the tree says that something put there. */
export function resetRun(root: string, entries: GeneratedUnitTree): void {
  rmSync(join(root, 'run'), { recursive: true, force: true });
  mkdirSync(join(root, 'run'));
  writeEntries(
    root,
    entries.filter(({ path }) => isInRun(path)),
  );
}

/** What a reboot takes away; what generators write it makes again. */
export const isInRun = (path: string): boolean => path.startsWith('run/') && !path.startsWith('run/systemd/generator');

function writeEntries(root: string, entries: GeneratedUnitTree): void {
  for (const { path, content } of entries) {
    const place = join(root, path.replace(/^run\/systemd\/generator/, `${generated}/generator`));
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string') writeFileSync(place, content);
    else symlinkSync(content.linkTo, place);
  }
}
