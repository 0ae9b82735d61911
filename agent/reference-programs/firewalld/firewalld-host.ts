import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guestRoot } from '../guest/guest-packages';
import { pathOfProgram, referenceProgramEnvironment } from '../reference-programs';
import { file, vendor, wants } from '../systemd/boot-scenario';
import type { GeneratedUnitTree } from '../systemd/generated-unit-trees';
import type { ZoneRow } from './zone-rows';
import { cableOf, zoneRows } from './zone-rows';

/** Debian's own: it lies below /usr, which a booted tree shares with the machine. */
const python = '/usr/bin/python3';
const unit = 'firewalld.service';

/** The root directory of the package, unpacked or installed. */
const root = (): string => dirname(dirname(dirname(pathOfProgram('firewalld') ?? '')));
const inPackage = (...paths: readonly string[]): string =>
  paths.map((path) => join(root(), path)).find(existsSync) ?? join(root(), paths[0] ?? '');

/** Variables by which programs that were only unpacked find their modules and each other. */
function environment(): Readonly<Record<string, string>> {
  const { PATH = '', LD_LIBRARY_PATH } = referenceProgramEnvironment();
  const typelibs = (LD_LIBRARY_PATH ?? '').split(':').map((directory) => join(directory, 'girepository-1.0'));
  return {
    PATH,
    PYTHONPATH: inPackage('usr/lib/python3/dist-packages'),
    PYTHONDONTWRITEBYTECODE: '1',
    ...(LD_LIBRARY_PATH !== undefined && { LD_LIBRARY_PATH, GI_TYPELIB_PATH: typelibs.join(':') }),
  };
}

/** Lines of a shell that export them. */
export const exportedEnvironment = (): readonly string[] =>
  Object.entries(environment()).map(([name, value]) => `export ${name}='${value}'`);

/** Debian's unit as it is, but for where its program is and who hears what it says. */
const dropIn = (): string =>
  [
    '[Service]',
    ...Object.entries(environment()).map(([name, value]) => `Environment="${name}=${value}"`),
    'ExecStart=',
    `ExecStart=${python} ${inPackage('usr/sbin/firewalld')} --nofork --nopid --default-config ${inPackage('usr/lib/firewalld')} --system-config /etc/firewalld`,
    // A loaded machine takes its time to start a program of Python.
    'TimeoutStartSec=100',
    'StandardOutput=file:/run/firewalld.log',
    'StandardError=inherit',
    '',
  ].join('\n');

const zoneFile = ({ target, rules = [] }: ZoneRow, interfaces: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<zone${target === undefined ? '' : ` target="${target}"`}>`,
    ...[interfaces, ...rules].map((line) => `  ${line}`),
    '</zone>',
    '',
  ].join('\n');

/** The file of a row's zone: firewalld's own with the interface of the row, or one of the row alone. */
function zoneOf(row: ZoneRow, number: number): string {
  const { zone } = row;
  const bound = `<interface name="${cableOf(number)}"/>`;
  const own = inPackage(`usr/lib/firewalld/zones/${zone}.xml`);
  return existsSync(own) ? readFileSync(own, 'utf8').replace('</zone>', `  ${bound}\n</zone>`) : zoneFile(row, bound);
}

/** The units of a host whose firewalld starts at boot, as Debian's package enables it. */
export const firewalldUnits = (): GeneratedUnitTree => [
  file(unit, readFileSync(inPackage('lib/systemd/system/firewalld.service', `${vendor}/${unit}`), 'utf8')),
  { path: `etc/systemd/system/${unit}.d/unpacked.conf`, content: dropIn() },
  wants(unit),
  {
    path: 'etc/systemd/system/dbus-org.fedoraproject.FirewallD1.service',
    content: { linkTo: `/${vendor}/${unit}` },
  },
];

/** The configuration and the commands of firewalld, below the root of a host. */
export function writeFirewalld(host: string): void {
  cpSync(inPackage('etc/firewalld'), join(host, 'etc/firewalld'), { recursive: true });
  // Without it firewalld refuses its own services, which name protocols.
  cpSync(join(guestRoot, 'etc/protocols'), join(host, 'etc/protocols'));
  for (const place of ['var/log', 'var/commands', 'etc/firewalld/zones'])
    mkdirSync(join(host, place), { recursive: true });
  for (const [number, row] of zoneRows.entries())
    writeFileSync(join(host, `etc/firewalld/zones/${row.zone}.xml`), zoneOf(row, number));
  const command = join(host, 'var/commands/firewall-cmd');
  writeFileSync(command, `#!/bin/sh\nexec ${python} ${inPackage('usr/bin/firewall-cmd')} "$@"\n`);
  chmodSync(command, 0o755);
}
