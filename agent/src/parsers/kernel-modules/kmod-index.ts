import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { bytesAroundValue, KmodNode } from './kmod-node';

/** One key of an index with one of its values. */
export interface KmodIndexEntry {
  readonly key: string;
  readonly value: string;
}

const magic = 0xb007f457;
const majorVersion = 2;
const headerBytes = 12;
export const cutOffNode = 'a node of the index is cut off';
/** kmod cuts a path to this length (PATH_MAX); genuine keys have some hundred characters at most. */
export const longestKey = 4096;
/** Keys share their beginnings, so that all of them together may be longer than the file; genuine ones are not. */
const mostKeyText = (fileBytes: number): number => 4 * fileBytes + 65_536;

/** An index whose head is as it should be, and the place of its first node. */
export interface OpenKmodIndex {
  readonly file: Buffer;
  readonly root: number;
}

/**
 * An index that depmod(8) writes for kmod, such as `modules.dep.bin`: a trie whose numbers are 32 bits with the highest
 * byte first (kmod, libkmod-index.c). Only its head is looked at.
 */
export function openKmodIndex(bytes: Uint8Array): Parsed<OpenKmodIndex> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerBytes) return malformed('is shorter than the head of an index');
  if (file.readUInt32BE(0) !== magic) return malformed('is no index of modules');
  if (file.readUInt32BE(4) >>> 16 !== majorVersion) return malformed('is an index of an unknown version');
  return parsed({ file, root: file.readUInt32BE(8) });
}

/**
 * All that is in an index. Its nodes lie side by side, so that those of a genuine file are never longer than
 * the file; a file whose nodes overlap or form a circle is malformed after that many bytes. For the small ones: the others have some
 * ten thousand nodes, most of which nobody asks for (kmod-lookup.ts).
 */
export function parseKmodIndex(bytes: Uint8Array): Parsed<readonly KmodIndexEntry[]> {
  const index = openKmodIndex(bytes);
  if (index.status === 'malformed') return index;
  const { file, root } = index.value;
  const node = new KmodNode(file);
  const entries: KmodIndexEntry[] = [];
  // What is still to go to: places, and the keys so far.
  const [places, keys] = [[root], ['']];
  let unread = file.length - headerBytes;
  let keyText = mostKeyText(file.length);
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const values = node.goTo(place) ? node.valueTexts() : undefined;
    if (values === undefined) return malformed(cutOffNode);
    unread -= values.reduce((sum, value) => sum + bytesAroundValue + value.length, node.headBytes);
    if (unread < 0) return malformed('nodes of the index overlap');
    const key = (keys.pop() ?? '') + file.toString('latin1', node.prefixStart, node.prefixEnd);
    keyText -= node.values * key.length;
    if (key.length > longestKey || keyText < 0) return malformed('has longer keys than any index');
    for (const value of values) entries.push({ key, value });
    for (let character = node.firstCharacter; character <= node.lastCharacter; character += 1) {
      const child = node.childAt(character);
      if (child === 0) continue;
      places.push(child);
      keys.push(key + String.fromCharCode(character));
    }
  }
  return parsed(entries);
}
