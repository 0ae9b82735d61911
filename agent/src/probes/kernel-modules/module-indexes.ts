import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import type { IndexLookup } from '../../parsers/kernel-modules/kmod-indexes';
import {
  parseModulesAliasBin,
  parseModulesBuiltinBin,
  parseModulesDepBin,
} from '../../parsers/kernel-modules/kmod-indexes';
import { parseModulesAlias } from '../../parsers/kernel-modules/modules-alias';
import { parseModulesBuiltin } from '../../parsers/kernel-modules/modules-builtin';
import type { ModuleFile } from '../../parsers/kernel-modules/modules-dep';
import { parseModulesDep } from '../../parsers/kernel-modules/modules-dep';
import type { Parsed } from '../../parsers/parsed';
import { parseFact, readParsed } from '../read-parsed';

/** What depmod(8) says of the modules of one kernel release. */
export interface ModuleIndexes {
  readonly dependencies: Fact<IndexLookup<ModuleFile>>;
  /** Whether `dependencies` is all that modprobe looks at, so that it finds no module that is not in there. */
  readonly decidesAlone: boolean;
  readonly builtin: Fact<ReadonlySet<string>>;
  /** The modules of an alias, the one that is loaded first in front. */
  readonly aliases: Fact<IndexLookup<readonly string[]>>;
}

/**
 * kmod looks at the binary indexes alone, whatever the text files beside them say and whichever is newer (libkmod.c,
 * lookup_file). A tree that someone captured may have the text files only: they say the same then. On a running
 * host whose modprobe is kmod their absence is a fault, and the text says nothing of what modprobe does.
 */
export async function readModuleIndexes(host: Host, directory: string, maxBytes: number): Promise<ModuleIndexes> {
  const { files } = host;
  const textCounts = !(host.live && (await usesKmod(files)));
  const reading = { textCounts, maxBytes };
  const [dependencies, builtin, aliases] = await Promise.all([
    readIndex(files, `${directory}/modules.dep`, { ...reading, index: parseModulesDepBin, text: parseModulesDep }),
    readBuiltin(files, `${directory}/modules.builtin`, maxBytes),
    readIndex(files, `${directory}/modules.alias`, {
      ...reading,
      index: parseModulesAliasBin,
      text: parseModulesAlias,
    }),
  ]);
  return {
    dependencies: dependencies.fact,
    decidesAlone: dependencies.binary && dependencies.fact.status === 'observed',
    builtin,
    aliases: aliases.fact,
  };
}

interface IndexReading<T> {
  readonly index: (bytes: Uint8Array) => Parsed<IndexLookup<T>>;
  readonly text: (text: string) => Parsed<IndexLookup<T>>;
  readonly textCounts: boolean;
  readonly maxBytes: number;
}

async function readIndex<T>(
  files: HostFiles,
  path: string,
  { index: parseIndex, text: parseText, textCounts, maxBytes }: IndexReading<T>,
): Promise<{ readonly fact: Fact<IndexLookup<T>>; readonly binary: boolean }> {
  const index = parseFact(await files.readBytes(`${path}.bin`, maxBytes), parseIndex);
  if (index.status === 'observed' || index.reason !== 'not-found') return { fact: index, binary: true };
  const text = await readParsed(files, path, parseText, maxBytes);
  if (text.status === 'unavailable' || textCounts) return { fact: text, binary: false };
  return { fact: unavailable('not-found', `${path}.bin`, 'modprobe needs it; depmod writes it'), binary: false };
}

/** The text comes with the kernel's image, and says what is in it even where depmod never ran. */
async function readBuiltin(files: HostFiles, path: string, maxBytes: number): Promise<Fact<ReadonlySet<string>>> {
  const index = parseFact(await files.readBytes(`${path}.bin`, maxBytes), parseModulesBuiltinBin);
  return index.status === 'observed' ? index : readParsed(files, path, parseModulesBuiltin, maxBytes);
}

/** Busybox has a modprobe of its own, which reads the text files. */
async function usesKmod(files: HostFiles): Promise<boolean> {
  const targets = await Promise.all(
    ['usr/sbin/modprobe', 'sbin/modprobe', 'usr/bin/modprobe'].map((path) => files.readLink(path)),
  );
  return targets.some((target) => target.status === 'observed' && /(?:^|\/)kmod$/.test(target.value));
}
