import type { KernelModuleEntry } from '@calico-readiness/requirements';
import { kernelModuleTable } from '@calico-readiness/requirements';
import fc from 'fast-check';
import type { GeneratedFile } from './generated-modprobe-files';
import { modprobeFilesArbitrary, softDependenciesArbitrary } from './generated-modprobe-files';
import { catalogued, entryOf, helpers, isAliasOfOne, withDashes } from './module-names';

/** One module of a generated host. */
export interface GeneratedModule {
  readonly name: string;
  readonly form: 'ko' | 'ko.xz' | 'ko.zst' | 'built-in' | 'removed' | 'nowhere';
  readonly dashes: boolean;
  readonly aliases: readonly string[];
  readonly dependencies: readonly string[];
  /** What the module itself says of modules to load with it. */
  readonly softDependencies: string | null;
}

/** A host as far as kmod looks at it. */
export interface GeneratedHost {
  readonly modules: readonly GeneratedModule[];
  readonly files: readonly GeneratedFile[];
  readonly commandLine: string;
}

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

/** Kernel command lines, as /proc/cmdline has them, some of which deny some of these modules to modprobe. */
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

/** The catalogue's modules that a host's kmod has an answer for, with the aliases that the host knows; others need no question. */
export function judgedModules({ modules }: GeneratedHost): readonly KernelModuleEntry[] {
  const names = modules.map(({ name }) => name);
  const known = new Set(modules.flatMap(({ aliases }) => aliases));
  return kernelModuleTable
    .filter(({ name }) => names.includes(name) || isAliasOfOne(name, names))
    .map((entry) => ({ ...entry, aliases: entry.aliases.filter((alias) => known.has(alias)) }));
}
