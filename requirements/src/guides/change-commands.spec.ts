import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeCommands, chooseNode, onNode, revertCommands } from './change-commands';
import { calicoConf } from './network-managers/networkmanager-file';

describe('changeCommands', () => {
  it('stops and masks units', () => {
    expect(changeCommands({ files: [], maskedUnits: ['firewalld.service'] })).toEqual([
      'systemctl disable --now firewalld.service',
      'systemctl mask firewalld.service',
    ]);
  });

  it.each([
    ['the file of NetworkManager', calicoConf],
    ['what a shell would expand', '$HOME `id` \\ "x" \'y\' !!\n'],
    ['an empty file', ''],
  ])('writes %s byte for byte when a shell runs it', (_what, content) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'change-'));
    const file = path.join(directory, 'file.conf');
    try {
      const script = changeCommands({ files: [{ path: file, content }], maskedUnits: [] }).join('\n');
      execFileSync('sh', ['-c', script]);
      expect(readFileSync(file, 'utf8')).toBe(content);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('revertCommands', () => {
  it('takes files and masks away', () => {
    expect(revertCommands({ files: [{ path: '/etc/a.conf', content: '' }], maskedUnits: ['b.service'] })).toEqual([
      'rm /etc/a.conf',
      'systemctl unmask b.service',
    ]);
  });
});

describe('chooseNode', () => {
  it.each([
    ['worker-0.example.com', 'NODE=worker-0.example.com'],
    [undefined, 'NODE=name-of-a-node'],
    ['a; reboot', 'NODE=name-of-a-node'],
    ['$(reboot)', 'NODE=name-of-a-node'],
    ['', 'NODE=name-of-a-node'],
  ])('makes of %j only what Kubernetes accepts as a name', (name, line) => {
    expect(chooseNode(name)).toBe(line);
  });

  it('is what onNode refers to', () => {
    expect(onNode('uname -r')).toBe('oc debug node/"$NODE" -- chroot /host uname -r');
  });
});
