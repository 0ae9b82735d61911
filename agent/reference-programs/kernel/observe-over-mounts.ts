import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHostFiles } from '../../src/host/create-host-files';
import type { FileSystem } from '../../src/host/file-system';
import { nodeFileSystem } from '../../src/host/file-system';
import type { Host } from '../../src/host/host';
import { HostMemory } from '../../src/host/memory/host-memory';
import { observationMemory, remember } from '../../src/host/memory/remember';

// A program of its own, for a mount namespace of its own: prints what is concluded before and after each mount, and how often somebody looked.

const root = mkdtempSync(join(tmpdir(), 'over-mounts-'));
const at = (path: string): string => join(root, path);
for (const [directory, text] of Object.entries({ 'etc/conf.d': 'first', other: 'OTHER' })) {
  mkdirSync(at(directory), { recursive: true });
  writeFileSync(at(`${directory}/one`), text);
}

/** As if everything had last changed an hour before it did: nothing is too young to be trusted. */
const hour = 3_600_000_000_000n;
const anHourAgo: FileSystem = {
  ...nodeFileSystem,
  lstat: (path) => {
    const status = nodeFileSystem.lstat(path);
    const stamp = status?.stamp;
    if (status === undefined || stamp === undefined) return status;
    return { ...status, stamp: { ...stamp, modifiedAt: stamp.modifiedAt - hour, changedAt: stamp.changedAt - hour } };
  },
};

const memory = new HostMemory();
let looks = 0;

async function observe(): Promise<string> {
  const host: Host = { files: createHostFiles(root, anHourAgo), live: false, memory: observationMemory(memory) };
  const seen = await remember(host, 'etc/conf.d', async ({ files }) => {
    looks += 1;
    const [names, one] = [await files.list('etc/conf.d'), await files.readText('etc/conf.d/one')];
    return `${names.status === 'observed' ? names.value.join(' ') : ''}: ${one.status === 'observed' ? one.value : ''}`;
  });
  host.memory?.end();
  return `${seen} (${String(looks)})`;
}

const mount = (...words: readonly string[]): void => {
  execFileSync('mount', words);
};
const unmount = (path: string): void => {
  execFileSync('umount', [path]);
};

const steps: readonly (() => void)[] = [
  () => undefined,
  () => undefined,
  () => {
    mount('--bind', at('other'), at('etc/conf.d'));
  },
  () => {
    unmount(at('etc/conf.d'));
  },
  () => {
    mount('--bind', at('other/one'), at('etc/conf.d/one'));
  },
  () => {
    mount('-t', 'tmpfs', 'none', at('etc/conf.d'));
  },
  () => {
    unmount(at('etc/conf.d'));
    unmount(at('etc/conf.d/one'));
  },
  () => undefined,
];
for (const step of steps) {
  step();
  process.stdout.write(`${await observe()}\n`);
}
