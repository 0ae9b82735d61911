import { readFileSync, statSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { fileProblem } from '../host/file-problem';
import { overlayTree } from '../host/overlay/overlay-directory';
import { isList, isObject } from '../parsers/unknown-value';
import type { Change } from './change';
import { together } from './change';
import { changeOfConfig } from './change-of-config';

/** Bytes of a file with MachineConfigs; one of them cannot be larger than 1.5 MB, which is what etcd takes. */
const largestFile = 8 * 1024 * 1024;
const mostDocuments = 256;

/** A change that cannot be read. A person reads the message. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
}

/** The change at a path of this machine: a file with MachineConfigs, YAML or JSON, or a directory that is a part of a root tree. Throws ChangeError. */
export function readChange(path: string): Change {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return readTree(path);
    if (!status.isFile()) throw new ChangeError(`${path} is neither a file nor a directory.`);
    if (status.size > largestFile)
      throw new ChangeError(`${path} has ${String(status.size)} bytes; at most ${String(largestFile)} are read.`);
    return changeOfText(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof ChangeError) throw error;
    throw new ChangeError(`${path} cannot be read: ${fileProblem(error)}.`);
  }
}

function readTree(path: string): Change {
  const tree = overlayTree(path);
  if (tree === 'too-large')
    throw new ChangeError(`${path} has more entries, or deeper ones, than are laid over a host.`);
  return { ...tree, unrepresented: [] };
}

/** The MachineConfigs of a text of YAML or JSON, also those in a List. `name` stands in messages. Throws ChangeError. */
function changeOfText(text: string, name: string): Change {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) throw new ChangeError(`${name} holds no document.`);
  if (documents.length > mostDocuments)
    throw new ChangeError(`${name} holds more than ${String(mostDocuments)} documents.`);
  const changes = documents.flatMap((document, index) => {
    const place = documents.length === 1 ? name : `${name}, document ${String(index + 1)}`;
    const [error] = document.errors;
    if (error !== undefined) throw new ChangeError(`${place}: ${error.message.trimEnd()}`);
    return configsOf(document.toJS({ maxAliasCount: 10 }) as unknown).map((config) => changeOf(config, place));
  });
  if (changes.length === 0) throw new ChangeError(`${name} holds no MachineConfig.`);
  return together(changes);
}

/** An empty document is none; a List holds several. */
function configsOf(document: unknown): readonly unknown[] {
  if (document === null || document === undefined) return [];
  const isOfList = isObject(document) && typeof document['kind'] === 'string' && document['kind'].endsWith('List');
  if (!isOfList && !(isObject(document) && document['kind'] === 'List')) return [document];
  return isList(document['items']) ? document['items'] : [];
}

function changeOf(config: unknown, place: string): Change {
  const change = changeOfConfig(config);
  if (change.status === 'malformed') throw new ChangeError(`${place} ${change.detail}.`);
  return change.value;
}
