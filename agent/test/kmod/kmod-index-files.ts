import type { WrittenEntry } from './kmod-index-writer';
import { writtenKmodIndex } from './kmod-index-writer';

/** `modules.dep.bin` for a `modules.dep`. */
export const modulesDepBin = (modulesDep: string): Buffer =>
  writtenKmodIndex(
    linesOf(modulesDep).map((line, index) => [nameOf(line.slice(0, line.indexOf(':'))), line, index] as const),
  );

/** `modules.alias.bin` for a `modules.alias`. */
export const modulesAliasBin = (modulesAlias: string): Buffer =>
  writtenKmodIndex(
    linesOf(modulesAlias).flatMap((line, index): WrittenEntry[] => {
      const [, alias, module] = /^alias (.+) (\S+)$/.exec(line) ?? [];
      return alias === undefined || module === undefined ? [] : [[underscored(alias), module, index]];
    }),
  );

/** `modules.builtin.bin` for a `modules.builtin`. */
export const modulesBuiltinBin = (modulesBuiltin: string): Buffer =>
  writtenKmodIndex(linesOf(modulesBuiltin).map((line) => [nameOf(line), '', 0] as const));

const linesOf = (lines: string): string[] => lines.split('\n').filter((line) => line !== '');
const nameOf = (path: string): string =>
  underscored(path.slice(path.lastIndexOf('/') + 1).replace(/\.ko(?:\.\w+)?$/, ''));
/** Not in brackets, where a dash is a range. */
const underscored = (name: string): string => name.replaceAll(/\[[^\]]*\]|-/g, (part) => (part === '-' ? '_' : part));

/** `modules.builtin.alias.bin` for a `modules.builtin.modinfo`. */
export const modulesBuiltinAliasBin = (modinfo: string): Buffer =>
  writtenKmodIndex(
    modinfo.split('\0').flatMap((entry): WrittenEntry[] => {
      const [, module, alias] = /^([^.]+)\.alias=([^]*)$/.exec(entry) ?? [];
      return module === undefined || alias === undefined ? [] : [[underscored(alias), module, 0]];
    }),
  );
