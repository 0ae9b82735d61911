/** A key of an index, its value, and the priority by which several values of a key are sorted. */
export type WrittenEntry = readonly [key: string, value: string, priority: number];

interface WrittenNode {
  readonly prefix: string;
  readonly children: ReadonlyMap<number, WrittenNode>;
  readonly values: readonly WrittenEntry[];
}

const headerBytes = 12;

/** An index as depmod(8) writes it, byte for byte (kmod, depmod.c): nodes from the root down, the children of each behind it. */
export function writtenKmodIndex(entries: readonly WrittenEntry[]): Buffer {
  const byKey = new Map<string, WrittenEntry[]>();
  for (const entry of entries) byKey.set(entry[0], withValue(byKey.get(entry[0]) ?? [], entry));
  const keys = [...byKey.keys()].map((key) => ({ key, rest: key }));
  const root = nodeOf(keys, byKey, '');
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(0xb007f457, 0);
  header.writeUInt32BE(0x00020001, 4);
  header.writeUInt32BE((headerBytes | flagsOf(root)) >>> 0, 8);
  return Buffer.concat([header, ...written(root, headerBytes)]);
}

/** A new value stands before those of the same priority. */
function withValue(values: readonly WrittenEntry[], entry: WrittenEntry): WrittenEntry[] {
  const place = values.findIndex(([, , priority]) => priority >= entry[2]);
  return place < 0 ? [...values, entry] : [...values.slice(0, place), entry, ...values.slice(place)];
}

type Rest = { readonly key: string; readonly rest: string };

/** Without a prefix it is given one: what all keys go on with. The root has none. */
function nodeOf(
  keys: readonly Rest[],
  byKey: ReadonlyMap<string, readonly WrittenEntry[]>,
  prefix = commonPrefix(keys.map(({ rest }) => rest)),
): WrittenNode {
  const below = new Map<number, Rest[]>();
  let values: readonly WrittenEntry[] = [];
  for (const { key, rest } of keys) {
    const more = rest.slice(prefix.length);
    if (more === '') values = byKey.get(key) ?? [];
    else {
      const label = more.charCodeAt(0);
      below.set(label, [...(below.get(label) ?? []), { key, rest: more.slice(1) }]);
    }
  }
  return { prefix, values, children: new Map([...below].map(([label, rests]) => [label, nodeOf(rests, byKey)])) };
}

function commonPrefix(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) while (!text.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

const flagsOf = ({ prefix, values, children }: WrittenNode): number =>
  (prefix === '' ? 0 : 0x8000_0000) | (values.length === 0 ? 0 : 0x4000_0000) | (children.size === 0 ? 0 : 0x2000_0000);

/** The node itself and all below it. */
function written(node: WrittenNode, offset: number): Buffer[] {
  const labels = [...node.children.keys()];
  const [first, last] = [Math.min(...labels), Math.max(...labels)];
  const head = Buffer.from(node.prefix === '' ? '' : `${node.prefix}\0`, 'latin1');
  const places = Buffer.alloc(labels.length === 0 ? 0 : 2 + 4 * (last - first + 1));
  const values = Buffer.concat(
    node.values.length === 0
      ? []
      : [number(node.values.length), ...node.values.flatMap(([, value, priority]) => [number(priority), text(value)])],
  );
  const below: Buffer[] = [];
  let next = offset + head.length + places.length + values.length;
  if (labels.length > 0) places.set([first, last]);
  for (const label of labels.sort((left, right) => left - right)) {
    const child = node.children.get(label);
    if (child === undefined) continue;
    places.writeUInt32BE((next | flagsOf(child)) >>> 0, 2 + 4 * (label - first));
    const whole = Buffer.concat(written(child, next));
    below.push(whole);
    next += whole.length;
  }
  return [head, places, values, ...below];
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'latin1');
