import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { declareProfile } from '@calico-readiness/requirements';
import { HostRootError } from '../host/host-root';
import { observeHost } from './observe-host';

const profile = declareProfile({}, '');

describe('observeHost', () => {
  let hostRoot: string;
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(hostRoot, file)), { recursive: true });
    writeFileSync(path.join(hostRoot, file), text);
  };
  beforeEach(() => {
    hostRoot = mkdtempSync(path.join(tmpdir(), 'observe-'));
  });
  afterEach(() => {
    rmSync(hostRoot, { recursive: true });
  });

  it('judges what it saw, and knows which boot of which host it was', async () => {
    write('proc/sys/kernel/random/boot_id', '6a2ae0d1-0d5e-4b8e-a1c6-6c9a3c3fd6f0\n');
    write('etc/hostname', 'worker-1\n');
    write('proc/sys/kernel/osrelease', '2.6.32\n');
    const observation = await observeHost({ hostRoot, profile });

    expect(observation).toMatchObject({
      facts: { kernelRelease: { status: 'observed', value: '2.6.32' } },
      verdict: 'NotReady',
      connectivity: 'NotVerified',
      summary: { fail: 1 },
      bootID: '6a2ae0d1-0d5e-4b8e-a1c6-6c9a3c3fd6f0',
      hostName: 'worker-1',
    });
    expect(Date.parse(observation.observedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('judges the kernel release that it is given', async () => {
    const { facts } = await observeHost({ hostRoot, profile, kernelRelease: '5.14.0' });

    expect(facts.kernelRelease).toMatchObject({ status: 'observed', value: '5.14.0' });
  });

  it.each([
    ['', undefined],
    ['\n', undefined],
    ['Node_1.Example.com\n', 'node-1.example.com'],
    ['-a-.-.b-\n', 'a.b'],
    ['\u001b[31m\n', '31m'],
    ['Красная\n', undefined],
  ])('makes an object name of the hostname %j', async (text, name) => {
    write('etc/hostname', text);

    expect((await observeHost({ hostRoot, profile })).hostName).toBe(name);
  });

  it('rejects when the root is no directory', async () => {
    await expect(observeHost({ hostRoot: path.join(hostRoot, 'none'), profile })).rejects.toThrow(HostRootError);
  });
});
