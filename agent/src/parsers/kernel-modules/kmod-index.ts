import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** One key of an index with one of its values. */
export interface KmodIndexEntry {
  readonly key: string;
  readonly value: string;
}

const magic = 0xb007f457;
const majorVersion = 2;
const headerBytes = 12;
/** What the high bits of a node's place say that it holds; the rest is its offset in the file. */
const withPrefix = 0x8000_0000;
const withValues = 0x4000_0000;
const withChildren = 0x2000_0000;
const offsetMask = 0x0fff_ffff;
/** Keys are 7-bit ASCII. */
const firstNonAscii = 128;
/** kmod cuts a path to this length (PATH_MAX); genuine keys have some hundred characters at most. */
const longestKey = 4096;
/** Keys share their beginnings, so that all of them together may be longer than the file; genuine ones are not. */
const mostKeyText = (fileBytes: number): number => 4 * fileBytes + 65_536;

interface Node {
  readonly prefix: string;
  readonly children: readonly { readonly label: string; readonly place: number }[];
  readonly values: readonly string[];
  /** What it takes in the file. */
  readonly bytes: number;
}

/**
 * An index that depmod(8) writes for kmod, such as `modules.dep.bin`: a trie whose numbers are 32 bits with the highest
 * byte first (kmod, libkmod-index.c). Its nodes lie side by side, so that those of a genuine file are never longer than
 * the file; a file whose nodes overlap or form a circle is malformed after that many bytes.
 */
export function parseKmodIndex(bytes: Uint8Array): Parsed<readonly KmodIndexEntry[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerBytes) return malformed('is shorter than the head of an index');
  if (file.readUInt32BE(0) !== magic) return malformed('is no index of modules');
  if (file.readUInt32BE(4) >>> 16 !== majorVersion) return malformed('is an index of an unknown version');
  const entries: KmodIndexEntry[] = [];
  const pending = [{ key: '', place: file.readUInt32BE(8) }];
  let unread = file.length - headerBytes;
  let keyText = mostKeyText(file.length);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = readNode(file, next.place);
    if (node === undefined) return malformed('a node of the index is cut off');
    unread -= node.bytes;
    if (unread < 0) return malformed('nodes of the index overlap');
    const key = next.key + node.prefix;
    keyText -= node.values.length * key.length;
    if (key.length > longestKey || keyText < 0) return malformed('has longer keys than any index');
    for (const value of node.values) entries.push({ key, value });
    for (const { label, place } of node.children) pending.push({ key: key + label, place });
  }
  return parsed(entries);
}

/** Undefined where the node does not end in the file. */
function readNode(file: Buffer, place: number): Node | undefined {
  const start = place & offsetMask;
  if (start > file.length) return undefined;
  let position = start;
  const readText = (): string | undefined => {
    const end = file.indexOf(0, position);
    if (end < 0) return undefined;
    const text = file.toString('latin1', position, end);
    position = end + 1;
    return text;
  };
  const prefix = (place & withPrefix) === 0 ? '' : readText();
  if (prefix === undefined) return undefined;
  const children: { label: string; place: number }[] = [];
  if ((place & withChildren) !== 0) {
    if (position + 2 > file.length) return undefined;
    const [first = 0, last = 0] = file.subarray(position, position + 2);
    position += 2;
    if (first > last || last >= firstNonAscii || position + 4 * (last - first + 1) > file.length) return undefined;
    for (let character = first; character <= last; character += 1) {
      const child = file.readUInt32BE(position);
      position += 4;
      // An offset of nothing stands for no child.
      if ((child & offsetMask) !== 0) children.push({ label: String.fromCharCode(character), place: child });
    }
  }
  const values: string[] = [];
  if ((place & withValues) !== 0) {
    if (position + 4 > file.length) return undefined;
    let count = file.readUInt32BE(position);
    position += 4;
    for (; count > 0; count -= 1) {
      // Each value stands behind its priority, lowest first.
      position += 4;
      const value = position < file.length ? readText() : undefined;
      if (value === undefined) return undefined;
      values.push(value);
    }
  }
  return { prefix, children, values, bytes: position - start };
}
