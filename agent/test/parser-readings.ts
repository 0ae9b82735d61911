import { kernelModuleTable } from '@calico-readiness/requirements';
import type { IndexLookup } from '../src/parsers/kernel-modules/kmod-indexes';
import type { KmodLookup } from '../src/parsers/kernel-modules/kmod-lookup';
import { KmodNode } from '../src/parsers/kernel-modules/kmod-node';
import { canonicalModuleName } from '../src/parsers/kernel-modules/module-name';
import { parsed } from '../src/parsers/parsed';
import type { Parsed } from '../src/parsers/parsed';
import { ConnectionTableReader } from '../src/parsers/proc/proc-net-connections';
import { SocketTableReader } from '../src/parsers/proc/proc-net-sockets';

/*
 * How a text becomes what a parser takes that does not take texts, and what it makes of that becomes texts.
 */

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const everyPort = { has: () => true };

export function socketsOf(text: string): ReturnType<SocketTableReader['end']> {
  const reader = new SocketTableReader({ protocol: 'tcp', byteOrder: 'little', ports: everyPort, live: false });
  reader.take(bytesOf(text));
  return reader.end();
}

export function connectionsOf(text: string): ReturnType<ConnectionTableReader['end']> {
  const reader = new ConnectionTableReader({ byteOrder: 'little', port: 179 });
  reader.take(bytesOf(text));
  return reader.end();
}

export const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Of the node that the head of an index leads to. */
export function valuesOfRoot(text: string): readonly string[] {
  const file = Buffer.from(bytesOf(text));
  const node = new KmodNode(file);
  return file.length >= 12 && node.goTo(file.readUInt32BE(8)) ? (node.valueTexts() ?? []) : [];
}

/** What an index is asked for. */
const askedNames = kernelModuleTable.flatMap(({ name, aliases }) => [name, ...aliases.map(canonicalModuleName)]);

export function valuesOfModules(lookup: Parsed<KmodLookup>): Parsed<readonly string[]> {
  if (lookup.status === 'malformed') return lookup;
  const values = askedNames.map((name) => [name, lookup.value.valuesOf(name)] as const);
  return parsed(
    values.flatMap(([name, found]) => (found === 'malformed' ? [] : found.map((value) => `${name} ${value}`))),
  );
}

export function meaningOfModules(index: Parsed<IndexLookup<unknown>>): Parsed<readonly string[]> {
  if (index.status === 'malformed') return index;
  const found = askedNames.map((name) => [name, index.value.get(name)] as const);
  const known = found.filter(([, meaning]) => meaning !== undefined && meaning !== 'malformed');
  return parsed(known.map((entry) => JSON.stringify(entry)));
}

/** No fixture host has a MachineConfig; what is in one are texts, a few of them in entries that are like those that it has. */
export const entriesOf = (text: string): readonly object[] =>
  linesOf(text).map((line) => ({
    path: `/${line}`,
    target: line,
    name: line,
    contents: { source: `data:,${line}` },
    dropins: [{ name: `${line}.conf`, contents: line }],
  }));
export const machineConfigOf = (text: string): unknown => ({
  kind: 'MachineConfig',
  spec: {
    config: { storage: { files: entriesOf(text), links: entriesOf(text) }, systemd: { units: entriesOf(text) } },
    kernelArguments: linesOf(text),
    kernelType: text,
  },
});
