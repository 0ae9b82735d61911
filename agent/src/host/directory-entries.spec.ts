import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observed, unavailable } from '@calico-readiness/requirements';
import { createHostFiles } from './create-host-files';
import { directoryEntries } from './directory-entries';
import { bytesOfName, nameFromBytes } from './file-name';
import { nodeFileSystem } from './file-system';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'directory-entries-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const entries = (most = Infinity) => {
  const all = directoryEntries(directory, most);
  return all === 'too-many' ? all : [...all].sort((one, other) => (one.name < other.name ? -1 : 1));
};

describe('the entries of a directory', () => {
  it('have the types that the file system tells with them', () => {
    writeFileSync(join(directory, 'file'), '');
    mkdirSync(join(directory, 'directory'));
    symlinkSync('nowhere', join(directory, 'link'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    expect(entries()).toEqual([
      { name: 'directory', type: 'directory' },
      { name: 'file', type: 'file' },
      { name: 'link', type: 'symbolic-link' },
      { name: 'pipe', type: 'fifo' },
    ]);
  });

  it('have names of bytes, whatever bytes these are', () => {
    const names = [Buffer.from('caf\xe9', 'latin1'), Buffer.from('café'), Buffer.from('\uFFFD')].map(nameFromBytes);
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), bytesOfName(name)]), '');
    const listed = entries();
    expect(listed === 'too-many' ? [] : listed.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('are too many as soon as there is one more than is wanted, however many follow', () => {
    for (let index = 0; index < 600; index += 1) writeFileSync(join(directory, String(index)), '');
    expect(entries(600)).toHaveLength(600);
    expect(entries(599)).toBe('too-many');
    expect(entries(0)).toBe('too-many');
  });

  it('are the error of the system where there is no directory', () => {
    expect(() => directoryEntries(join(directory, 'none'), 10)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

it('a directory of a host that has too many is too large', async () => {
  const files = createHostFiles(directory, { ...nodeFileSystem, readdir: () => 'too-many' });
  expect(await files.list('')).toEqual(unavailable('too-large', '', 'holds more than 100000 names'));
  const small = createHostFiles(directory, { ...nodeFileSystem, readdir: (_path, most) => [{ name: String(most) }] });
  expect(await small.list('')).toEqual(observed(['100000'], ''));
});
