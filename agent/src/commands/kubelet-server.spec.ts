import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kubeletServer } from './kubelet-server';

const kubeconfig = (server: string): string =>
  JSON.stringify({
    clusters: [{ name: 'c', cluster: { server } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    users: [{ name: 'u', user: {} }],
    'current-context': 'x',
  });

describe('the API server that the kubelet knows', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kubelet-host-'));
    mkdirSync(path.join(root, 'etc/kubernetes'), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(root, 'etc/kubernetes', name), text);
  };

  it('is in the kubeconfig of the machine configuration, whatever kubelet.conf is there', async () => {
    write('kubeconfig', kubeconfig('https://api-int.example.com:6443'));
    write('kubelet.conf', 'kind: KubeletConfiguration\n');
    expect(await kubeletServer(root)).toBe('https://api-int.example.com:6443');
  });

  it("is in kubeadm's kubelet.conf", async () => {
    write('kubelet.conf', kubeconfig('https://10.0.0.5:6443'));
    expect(await kubeletServer(root)).toBe('https://10.0.0.5:6443');
  });

  it('is not known where no file tells, a file is too large, or there is no host', async () => {
    expect(await kubeletServer(root)).toBeUndefined();
    write('kubeconfig', `${' '.repeat(256 * 1024)}${kubeconfig('https://10.0.0.5:6443')}`);
    expect(await kubeletServer(root)).toBeUndefined();
    expect(await kubeletServer(path.join(root, 'nowhere'))).toBeUndefined();
  });

  it('is not looked for outside of the host root', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'));
    writeFileSync(path.join(outside, 'kubeconfig'), kubeconfig('https://10.0.0.9:6443'));
    symlinkSync(path.join(outside, 'kubeconfig'), path.join(root, 'etc/kubernetes/kubeconfig'));
    expect(await kubeletServer(root)).toBeUndefined();
    rmSync(outside, { recursive: true });
  });
});
