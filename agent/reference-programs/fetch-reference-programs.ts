import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadPackages, packagesIn, unpackPackages } from '../test/debian-packages';
import type { ReferenceProgram } from './reference-programs';
import {
  extracted,
  links,
  pathOfProgram,
  programDirectories,
  referenceProgramCache,
  referencePrograms,
  stamp,
} from './reference-programs';

/** Debian's packages of the reference programs; systemd, dbus and the rest are there to complete a small container. */
const packages = [
  'kmod',
  'systemd',
  'network-manager',
  'dbus',
  'iptables',
  'ipset',
  'iproute2',
  'nftables',
  'bird2',
  'firewalld',
  'util-linux',
  'nginx',
] as const;

/** Some of kmod's links and those of iptables are absolute, and so lead out of the directory they were extracted to. */
const behindAbsoluteLinks: Readonly<Record<string, string>> = { modprobe: 'kmod', depmod: 'kmod' };

/**
 * Downloads the packages that the machine has not installed, with what they depend on, and unpacks them below
 * node_modules: nothing is installed, no service starts. Returns the programs that are still missing.
 */
export function fetchReferencePrograms(): readonly ReferenceProgram[] {
  if (missingPrograms().length > 0 && existsSync('/usr/bin/apt-get')) download();
  return missingPrograms();
}

const missingPrograms = (): readonly ReferenceProgram[] =>
  referencePrograms.filter((program) => pathOfProgram(program) === undefined);

function download(): void {
  rmSync(referenceProgramCache, { recursive: true, force: true });
  const archives = join(referenceProgramCache, 'archives');
  for (const directory of [extracted, links]) mkdirSync(directory, { recursive: true });
  if (!downloadPackages(archives, packages, 'what-is-installed') || !unpackPackages(archives, extracted)) return;
  for (const program of referencePrograms) {
    const found = programDirectories
      .map((directory) => join(extracted, directory, behindAbsoluteLinks[program] ?? program))
      .find(existsSync);
    if (found !== undefined) symlinkSync(found, join(links, program));
  }
  writeFileSync(stamp, packagesIn(archives).join('\n'));
}
