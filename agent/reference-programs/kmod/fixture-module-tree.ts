import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moduleNameOfPath } from '../../src/parsers/kernel-modules/module-name';
import { parseModulesDep } from '../../src/parsers/kernel-modules/modules-dep';
import { runReferenceProgram } from '../reference-programs';
import { kernelModuleObject } from './kernel-module-object';

const fixtures = join(import.meta.dirname, '../../fixtures/hosts');

/** The release of the kernel that a fixture host has modules of. */
export const releaseOfFixture = (host: string): string =>
  readdirSync(join(fixtures, host, 'root/usr/lib/modules'))[0] ?? '';

const copied = [
  'usr/lib/modules',
  'usr/lib/modprobe.d',
  'etc/modprobe.d',
  'proc/cmdline',
  'proc/sys/kernel/modules_disabled',
  // Nothing asks for signatures, which the empty modules.order below could not answer.
  'sys/module/module/parameters',
  'sys/kernel/security',
  'boot',
] as const;

/**
 * Copies what kmod looks at out of a fixture host, with module files that have the dependencies and aliases which the
 * genuine indexes name, so that depmod makes the binary indexes that modprobe wants and git does not hold. What
 * is loaded is left out: modprobe is asked what could be.
 */
export function copyFixtureForKmod(host: string, root: string): void {
  const source = join(fixtures, host, 'root');
  const release = releaseOfFixture(host);
  for (const path of copied) {
    if (existsSync(join(source, path))) cpSync(join(source, path), join(root, path), { recursive: true });
  }
  // A host without rules of its own still has /etc; without it the agent could not tell that there are none.
  mkdirSync(join(root, 'etc'), { recursive: true });
  symlinkSync('usr/lib', join(root, 'lib'));
  const top = join(root, 'usr/lib/modules', release);
  const aliases = readFileSync(join(top, 'modules.alias'), 'utf8').matchAll(/^alias (\S+) (\S+)$/gm);
  const aliasesOf = new Map<string, string[]>();
  for (const [, alias = '', module = ''] of aliases) aliasesOf.set(module, [...(aliasesOf.get(module) ?? []), alias]);
  const dependencies = parseModulesDep(readFileSync(join(top, 'modules.dep'), 'utf8'));
  if (dependencies.status !== 'parsed') throw new Error(`modules.dep of ${host} cannot be read`);
  for (const [name, file] of dependencies.value) {
    const path = join(top, file.path);
    mkdirSync(dirname(path), { recursive: true });
    const needed = file.dependencies.map((dependency) => moduleNameOfPath(dependency) ?? '');
    writeFileSync(path, kernelModuleObject({ name, aliases: aliasesOf.get(name) ?? [], dependencies: needed }));
  }
  writeFileSync(join(top, 'modules.order'), '');
  const { status, errors } = runReferenceProgram('depmod', ['-b', root, release]);
  if (status !== 0 || errors !== '') throw new Error(`depmod failed: ${errors}`);
}
