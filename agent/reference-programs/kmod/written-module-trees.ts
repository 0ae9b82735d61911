import { mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathForNode } from '../../src/host/file-name';
import { runReferenceProgram } from '../reference-programs';
import type { GeneratedHost, GeneratedModule } from './generated-module-trees';
import { softlyNeeded } from './generated-modprobe-files';
import { kernelModuleObject } from './kernel-module-object';
import { withDashes } from './module-names';
import { storedXz, storedZstandard } from './stored-compression';

/** The kernel release of every generated host. */
export const release = '6.1.0-generated';
const top = `usr/lib/modules/${release}`;

const pathOf = ({ name, dashes, form }: GeneratedModule): string =>
  `kernel/net/${withDashes(name, dashes)}.${form === 'built-in' || form === 'removed' ? 'ko' : form}`;

/**
 * Takes away the files that an update took away without a new depmod. Only after asking modprobe: it drops all
 * dependencies of a module when one has no file, and the kernel then refuses the module for its missing symbols.
 */
export function removeModuleFiles(root: string, { modules }: GeneratedHost): void {
  for (const module of modules.filter(({ form }) => form === 'removed')) rmSync(join(root, top, pathOf(module)));
}

/** Writes a host to the disk and has depmod make its indexes. */
export function writeGeneratedHost(root: string, { modules, files, commandLine }: GeneratedHost): void {
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(pathForNode(join(root, path)), content);
  };
  mkdirSync(root, { recursive: true });
  symlinkSync('usr/lib', join(root, 'lib'));
  const builtIn = modules.filter(({ form }) => form === 'built-in');
  const usable = new Set(
    modules.filter(({ form }) => form !== 'built-in' && form !== 'nowhere').map(({ name }) => name),
  );
  for (const module of modules.filter(({ name }) => usable.has(name))) {
    const object = kernelModuleObject({
      ...module,
      dependencies: module.dependencies.filter((name) => usable.has(name)),
    });
    write(
      `${top}/${pathOf(module)}`,
      module.form === 'ko.xz' ? storedXz(object) : module.form === 'ko.zst' ? storedZstandard(object) : object,
    );
  }
  write(
    `${top}/kernel/crypto/${softlyNeeded}.ko`,
    kernelModuleObject({ name: softlyNeeded, aliases: [], dependencies: [] }),
  );
  write(`${top}/modules.order`, '');
  write(`${top}/modules.builtin`, builtIn.map((module) => `${pathOf(module)}\n`).join(''));
  write(
    `${top}/modules.builtin.modinfo`,
    builtIn
      .flatMap(({ name, aliases }) => [`${name}.license=GPL\0`, ...aliases.map((alias) => `${name}.alias=${alias}\0`)])
      .join(''),
  );
  const { status, errors } = runReferenceProgram('depmod', ['-b', root, release]);
  if (status !== 0 || errors !== '') throw new Error(`depmod failed: ${errors}`);
  write(`boot/config-${release}`, '# Linux/x86 6.1.0 Kernel Configuration\nCONFIG_MODULES=y\nCONFIG_MAGIC_SYSRQ=y\n');
  write('proc/cmdline', commandLine);
  write('proc/sys/kernel/modules_disabled', '0\n');
  write('sys/module/module/parameters/sig_enforce', 'N\n');
  write('sys/kernel/security/lockdown', '[none] integrity confidentiality\n');
  write('etc/os-release', 'ID=generated\n');
  for (const { path, text } of files) {
    write(path, text ?? '');
    if (text === null) {
      unlinkSync(pathForNode(join(root, path)));
      symlinkSync('/dev/null', pathForNode(join(root, path)));
    }
  }
}
