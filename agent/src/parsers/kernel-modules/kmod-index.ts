import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { KmodNode } from './kmod-node';

/** One key of an index with one of its values. */
export interface KmodIndexEntry {
  readonly key: string;
  readonly value: string;
}

const magic = 0xb007f457;
const majorVersion = 2;
const headerBytes = 12;
/** kmod cuts a path to this length (PATH_MAX); genuine keys have some hundred characters at most. */
const longestKey = 4096;
/** Keys share their beginnings, so that all of them together may be longer than the file; genuine ones are not. */
const mostKeyText = (fileBytes: number): number => 4 * fileBytes + 65_536;

/**
 * An index that depmod(8) writes for kmod, such as `modules.dep.bin`: a trie whose numbers are 32 bits with the highest
 * byte first (kmod, libkmod-index.c). Its nodes lie side by side, so that those of a genuine file are never longer than
 * the file; a file whose nodes overlap or form a circle is malformed after that many bytes. Keys with a character that
 * `unwanted` matches are left out, and what leads to them alone is not looked at, as kmod looks at nothing but what it is asked for.
 */
export function parseKmodIndex(bytes: Uint8Array, unwanted?: RegExp): Parsed<readonly KmodIndexEntry[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerBytes) return malformed('is shorter than the head of an index');
  if (file.readUInt32BE(0) !== magic) return malformed('is no index of modules');
  if (file.readUInt32BE(4) >>> 16 !== majorVersion) return malformed('is an index of an unknown version');
  const node = new KmodNode(file);
  const entries: KmodIndexEntry[] = [];
  // What is still to go to: places, and the keys so far.
  const [places, keys] = [[file.readUInt32BE(8)], ['']];
  let unread = file.length - headerBytes;
  let keyText = mostKeyText(file.length);
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (!node.goTo(place)) return malformed('a node of the index is cut off');
    unread -= node.bytes;
    if (unread < 0) return malformed('nodes of the index overlap');
    const { prefixStart: start, prefixEnd: end } = node;
    const prefix = start === end ? '' : file.toString('latin1', start, end);
    const key = (keys.pop() ?? '') + prefix;
    keyText -= node.values * key.length;
    if (key.length > longestKey || keyText < 0) return malformed('has longer keys than any index');
    if (unwanted?.test(prefix) === true) continue;
    if (node.values > 0) for (const value of node.valueTexts()) entries.push({ key, value });
    for (let character = node.firstCharacter; character <= node.lastCharacter; character += 1) {
      const child = node.childAt(character);
      const label = String.fromCharCode(character);
      if (child === 0 || unwanted?.test(label) === true) continue;
      places.push(child);
      keys.push(key + label);
    }
  }
  return parsed(entries);
}
