import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KernelModuleEntry } from '@calico-readiness/requirements';
import { kernelModuleTable } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { runReferenceProgram } from '../reference-programs';
import { kernelModuleObject } from './kernel-module-object';
import { storedXz, storedZstandard } from './stored-compression';

export const release = '6.1.0-generated';

/** One module of a generated host. */
interface GeneratedModule {
  readonly name: string;
  readonly form: 'ko' | 'ko.xz' | 'ko.zst' | 'built-in' | 'removed' | 'nowhere';
  readonly dashes: boolean;
  readonly aliases: readonly string[];
  readonly dependencies: readonly string[];
  /** What the module itself says of modules to load with it. */
  readonly softDependencies: string | null;
}

/**
 * A module that every host has and nothing asks for: all that a soft dependency leads to. One that comes after its
 * module would hide which of them was asked for.
 */
const softlyNeeded = 'crc32c_generic';

/** What stands behind the module in a `softdep` line. */
const softDependenciesArbitrary = fc.constantFrom(
  `pre: ${softlyNeeded}`,
  `pre: nothing-of-that-name crc32c-generic`,
  'pre: nothing-of-that-name',
  'pre:',
  softlyNeeded,
  `\tpre:\t ${softlyNeeded} post:`,
);

/** One modprobe.d entry: its text, or a link to nothing. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string | null;
}

/** A host as far as kmod looks at it. */
export interface GeneratedHost {
  readonly modules: readonly GeneratedModule[];
  readonly files: readonly GeneratedFile[];
  readonly commandLine: string;
}

const helpers = ['udp_tunnel', 'nfnetlink', 'libcrc32c'];
const catalogued = kernelModuleTable.map((entry) => entry.name);
const entryOf = new Map(kernelModuleTable.map((entry) => [entry.name, entry]));

const directories = ['etc/modprobe.d', 'run/modprobe.d', 'usr/local/lib/modprobe.d', 'usr/lib/modprobe.d'];
const fileNames = ['10-a.conf', '20-b.conf', 'c.conf', 'C.conf', '.hidden.conf', 'd.conf.bak', 'e.con'];
const commands = ['/bin/false', '/bin/true', '/bin/sh -c something', '/bin/false # why'];

const withDashes = (name: string, dashes: boolean): string => (dashes ? name.replaceAll('_', '-') : name);

/** A module whose dependencies come before it in the list, so that there is no circle. */
function moduleArbitrary(name: string, earlier: readonly string[]): fc.Arbitrary<GeneratedModule> {
  const entry = entryOf.get(name);
  const aliases = entry?.aliases ?? [];
  return fc.record({
    name: fc.constant(name),
    form: fc.constantFrom('ko', 'ko', 'ko.xz', 'ko.xz', 'ko.zst', 'built-in', 'removed', 'nowhere'),
    dashes: fc.boolean(),
    // A module that nothing asks for by its name has one alias at least, or nothing could ever load it.
    aliases: fc.subarray([...aliases], { minLength: entry === undefined || entry.askedByName ? 0 : 1 }),
    dependencies: fc.subarray([...earlier], { maxLength: Math.min(2, earlier.length) }),
    softDependencies: fc.option(softDependenciesArbitrary, { freq: 2 }),
  });
}

/** Names that a line may concern: modules, their aliases and patterns. */
const lineArbitrary = (names: readonly string[], kind: 'install' | 'alias'): fc.Arbitrary<string> => {
  const asked = names.flatMap((name) => entryOf.get(name)?.aliases ?? []);
  const name = fc.constantFrom(...names);
  const written = fc.tuple(name, fc.boolean()).map(([text, dashes]) => withDashes(text, dashes));
  const anyName = asked.length > 0 ? fc.oneof(written, fc.constantFrom(...asked)) : written;
  const pattern = fc.oneof(
    { weight: 4, arbitrary: anyName },
    { weight: 1, arbitrary: name.map((text) => `${text.slice(0, 4)}*`) },
    { weight: 1, arbitrary: name.map((text) => `${text.slice(0, -1)}[a-z0-9]`) },
  );
  const install = fc.oneof(
    fc.tuple(pattern, fc.constantFrom(...commands)).map(([text, command]) => `install ${text} ${command}`),
    written.map((text) => `install ${text} /sbin/modprobe --ignore-install ${text}`),
  );
  const alias = fc.oneof(
    fc.tuple(pattern, fc.constantFrom('off', ...helpers)).map(([text, target]) => `alias ${text} ${target}`),
    // To the module that the name stands for anyway.
    name.map((text) => `alias ${entryOf.get(text)?.aliases[0] ?? text} ${text}`),
  );
  return fc.oneof(
    { weight: 3, arbitrary: kind === 'install' ? install : alias },
    { weight: 3, arbitrary: written.map((text) => `blacklist ${text}`) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        written.map((text) => `blacklist ${text}\r`),
        written.map((text) => `Blacklist ${text}`),
        written.map((text) => `blacklist\t ${text} # why`),
        written.map((text) => `#blacklist ${text}`),
        written.map((text) => `blacklist \\\n${text}`),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(pattern, softDependenciesArbitrary).map(([text, others]) => `softdep ${text} ${others}`),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(
        written.map((text) => `options ${text} debug=1`),
        written.map((text) => `remove ${text} /bin/false`),
        fc.constant(''),
        fc.constant('nonsense'),
        fc.constant('install'),
        fc.constant('blacklist'),
      ),
    },
  );
};

/** Files of modprobe.d(5) that concern these modules. */
export const modprobeFilesArbitrary = (names: readonly string[]): fc.Arbitrary<readonly GeneratedFile[]> =>
  fc.constantFrom('install' as const, 'alias' as const).chain((kind) =>
    fc.uniqueArray(
      fc.record({
        path: fc.tuple(fc.constantFrom(...directories), fc.constantFrom(...fileNames)).map((parts) => parts.join('/')),
        text: fc.option(
          fc
            .array(lineArbitrary(names, kind), { maxLength: 4 })
            .map((lines) => lines.map((line) => `${line}\n`).join('')),
          { freq: 8 },
        ),
      }),
      { selector: (file) => file.path, maxLength: 5 },
    ),
  );

const commandLineArbitrary = (names: readonly string[]): fc.Arbitrary<string> => {
  const list = fc.array(
    fc.tuple(fc.constantFrom(...names), fc.boolean()).map(([text, dashes]) => withDashes(text, dashes)),
    { minLength: 1, maxLength: 3 },
  );
  const parameter = fc.oneof(
    { weight: 2, arbitrary: fc.constant('quiet') },
    { weight: 2, arbitrary: list.map((modules) => `modprobe.blacklist=${modules.join(',')}`) },
    { weight: 1, arbitrary: fc.constant('--') },
    { weight: 1, arbitrary: list.map((modules) => `modprobe_blacklist=${modules.join(',')}`) },
  );
  return fc.array(parameter, { maxLength: 3 }).map((parameters) => `${['ro', ...parameters].join(' ')}\n`);
};

/** Such as nf_log_ipv4 of nf_log_syslog, or ipt_MASQUERADE of xt_MASQUERADE: the one took the other's place, and no kernel has both. */
const isAliasOfOne = (name: string, modules: readonly string[]): boolean =>
  modules.some((module) => entryOf.get(module)?.aliases.includes(name) === true);

/** The catalogue's modules that a host's kmod has an answer for, with the aliases that the host knows; others need no question. */
export function judgedModules({ modules }: GeneratedHost): readonly KernelModuleEntry[] {
  const names = modules.map(({ name }) => name);
  const known = new Set(modules.flatMap(({ aliases }) => aliases));
  return kernelModuleTable
    .filter(({ name }) => names.includes(name) || isAliasOfOne(name, names))
    .map((entry) => ({ ...entry, aliases: entry.aliases.filter((alias) => known.has(alias)) }));
}

/**
 * Hosts for kmod. A tree has `install` lines or `alias` lines and not both: an alias line keeps modprobe from
 * saying what an install line for the same module would do.
 */
export const generatedHostArbitrary: fc.Arbitrary<GeneratedHost> = fc
  .tuple(fc.subarray(helpers, { minLength: 1 }), fc.shuffledSubarray(catalogued, { minLength: 4, maxLength: 8 }))
  .chain(([below, above]) => {
    const names = [...below, ...above.filter((name) => !isAliasOfOne(name, above))];
    return fc.record({
      modules: fc.tuple(...names.map((name, index) => moduleArbitrary(name, names.slice(0, index)))),
      files: modprobeFilesArbitrary(names),
      commandLine: commandLineArbitrary(names),
    });
  });

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
    writeFileSync(join(root, path), content);
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
  write('etc/os-release', 'ID=generated\n');
  for (const { path, text } of files) {
    write(path, text ?? '');
    if (text === null) {
      rmSync(join(root, path));
      symlinkSync('/dev/null', join(root, path));
    }
  }
}
