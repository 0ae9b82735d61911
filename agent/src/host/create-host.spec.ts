import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from './create-host';

const bootId = 'proc/sys/kernel/random/boot_id';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('is live at this machine’s root', async () => {
  expect(await createHost()).toMatchObject({ live: true, files: { root: '/' } });
});

it('is not live in a captured tree', async () => {
  cpSync('/etc/os-release', join(root, 'os-release'));
  expect((await createHost({ root })).live).toBe(false);
});

it('is live where the kernel that we run on is mounted', async () => {
  mkdirSync(join(root, 'proc/sys/kernel/random'), { recursive: true });
  writeFileSync(join(root, bootId), readFileSync(join('/', bootId)));
  expect((await createHost({ root })).live).toBe(true);
  writeFileSync(join(root, bootId), 'another\n');
  expect((await createHost({ root })).live).toBe(false);
});

it('carries the kernel release that the user gave, and only then', async () => {
  expect(await createHost({ root, kernelRelease: '5.14.0' })).toMatchObject({ kernelRelease: '5.14.0' });
  expect(await createHost({ root })).not.toHaveProperty('kernelRelease');
});
