import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HostGroup } from '../host-group';
import { hostScript } from './host-script';

const conf = '/etc/NetworkManager/conf.d/calico.conf';
const modules = '/etc/modules-load.d/calico.conf';
const unit = 'firewalld.service';
const odd = '$HOME `id` \\ "x" \'y\' !!\nEND\n\n';

const group: HostGroup = {
  hosts: ['esac', 'worker-1'],
  change: {
    files: [
      { path: conf, content: odd },
      { path: modules, content: 'ip_set\n' },
    ],
    maskedUnits: [unit, 'ufw.service'],
  },
};
const script = hostScript('firewalld', 'A title\nwith a line', [
  group,
  { hosts: ['worker-2'], change: { files: [{ path: conf, content: '' }], maskedUnits: [] } },
]);

/** Every path below a directory with what it is, so that two trees can be compared byte for byte. */
function tree(root: string, below = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(path.join(root, below)).map((name) => {
      const place = path.join(below, name);
      const state = lstatSync(path.join(root, place));
      const kind = `${(state.mode & 0o7777).toString(8)} ${String(state.uid)}`;
      if (state.isSymbolicLink()) return { [place]: `link to ${readlinkSync(path.join(root, place))}` };
      if (state.isDirectory()) return { [place]: `directory ${kind}`, ...tree(root, place) };
      return { [place]: `${kind} ${String(state.mtimeMs)} ${readFileSync(path.join(root, place), 'utf8')}` };
    }),
  ) as Record<string, string>;
}

describe.runIf(process.getuid?.() === 0)('the script for hosts', () => {
  let directory: string;
  let root: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'script-'));
    root = path.join(directory, 'a root [*]');
    for (const name of ['etc/systemd/system/multi-user.target.wants', 'usr/lib/systemd/system', 'etc/NetworkManager'])
      mkdirSync(path.join(root, name), { recursive: true });
    writeFileSync(path.join(root, 'usr/lib/systemd/system', unit), '[Unit]\n');
    symlinkSync(`/usr/lib/systemd/system/${unit}`, path.join(root, 'etc/systemd/system/multi-user.target.wants', unit));
    symlinkSync(
      `/usr/lib/systemd/system/${unit}`,
      path.join(root, 'etc/systemd/system/dbus-org.fedoraproject.FirewallD1.service'),
    );
    symlinkSync(
      '/usr/lib/systemd/system/sshd.service',
      path.join(root, 'etc/systemd/system/multi-user.target.wants/sshd.service'),
    );
    writeFileSync(path.join(directory, 'script.sh'), script);
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const run = (option: string[] = [], environment: Record<string, string> = {}, shell = 'sh', words: string[] = []) => {
    const { status, stdout, stderr } = spawnSync(shell, [...words, path.join(directory, 'script.sh'), ...option], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ROOT: root, NODE: 'worker-1', ...environment },
    });
    return { status, output: stdout, errors: stderr };
  };
  const inRoot = (name: string) => path.join(root, name);

  it.each([
    ['dash', []],
    ['bash', ['--posix']],
  ])('is understood by %s', (shell, words) => {
    expect(spawnSync(shell, [...words, '-n', path.join(directory, 'script.sh')], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.each<[string, () => void]>([
    ['a host with nothing', () => undefined],
    [
      'files of these names',
      () => {
        mkdirSync(inRoot('etc/NetworkManager/conf.d'), { mode: 0o750 });
        writeFileSync(inRoot(conf), 'theirs\n');
        chmodSync(inRoot(conf), 0o600);
        mkdirSync(inRoot('etc/modules-load.d'));
        symlinkSync('../nowhere', inRoot(modules));
        mkdirSync(inRoot('var/lib/calico-readiness'), { recursive: true });
      },
    ],
    [
      'units in /etc',
      () => {
        writeFileSync(inRoot(`etc/systemd/system/${unit}`), '[Service]\n');
        symlinkSync('/dev/null', inRoot('etc/systemd/system/ufw.service'));
      },
    ],
  ])('is done, done again, checked and undone on %s, and leaves the tree as it was', (_name, make) => {
    make();
    const before = tree(root);

    expect(run(['--check'])).toMatchObject({ status: 3, errors: '' });
    expect(tree(root)).toEqual(before);
    expect(run()).toMatchObject({
      status: 0,
      errors: '',
      output: expect.stringMatching(/all of it is in place\n$/) as string,
    });
    expect(readFileSync(inRoot(conf), 'utf8')).toBe(odd);
    expect(readlinkSync(inRoot(`etc/systemd/system/${unit}`))).toBe('/dev/null');
    expect(readdirSync(inRoot('etc/systemd/system/multi-user.target.wants'))).toEqual(['sshd.service']);
    const done = tree(root);
    expect(run()).toMatchObject({ status: 0, output: expect.not.stringMatching(/^wrote/m) as string });
    expect(run(['--check'])).toMatchObject({ status: 0 });
    expect(tree(root)).toEqual(done);
    expect(run(['--undo'])).toMatchObject({ status: 0, errors: '' });
    expect(tree(root)).toEqual(before);
    expect(run(['--undo'])).toMatchObject({ status: 0, output: 'nothing to undo\n' });
  });

  it('does the same in another shell', () => {
    const before = tree(root);
    expect(run([], {}, 'bash', ['--posix'])).toMatchObject({ status: 0, errors: '' });
    expect(run(['--undo'], {}, 'bash', ['--posix'])).toMatchObject({ status: 0, errors: '' });
    expect(tree(root)).toEqual(before);
  });

  it('puts right what was changed since, and undoes to what was there first', () => {
    mkdirSync(inRoot('etc/NetworkManager/conf.d'));
    writeFileSync(inRoot(conf), 'first\n');
    const before = tree(root);
    run();
    writeFileSync(inRoot(conf), 'changed\n');

    expect(run(['--check']).status).toBe(3);
    expect(run().status).toBe(0);
    expect(run(['--undo']).status).toBe(0);
    expect(tree(root)).toEqual(before);
  });

  it('leaves a file that was changed since, says where the earlier one is, and keeps that', () => {
    mkdirSync(inRoot('etc/NetworkManager/conf.d'));
    writeFileSync(inRoot(conf), 'first\n');
    run();
    writeFileSync(inRoot(conf), 'changed\n');
    const { status, output, errors } = run(['--undo']);

    expect(status).toBe(1);
    expect(output).toContain(`changed since, left as it is: ${conf}\n`);
    expect(errors).toContain('what they replaced is in /var/lib/calico-readiness/undo-firewalld');
    expect(readFileSync(inRoot(conf), 'utf8')).toBe('changed\n');
    expect(readFileSync(inRoot(`var/lib/calico-readiness/undo-firewalld/before${conf}`), 'utf8')).toBe('first\n');
  });

  it('brings each host what it needs itself, by the name of its node', () => {
    expect(run([], { NODE: 'worker-2' })).toMatchObject({ status: 0, errors: '' });
    expect(readFileSync(inRoot(conf), 'utf8')).toBe('');
    expect(existsSync(inRoot(modules))).toBe(false);
    expect(run(['--check'], { NODE: 'esac' })).toMatchObject({ status: 3 });
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['another host', [], { NODE: 'worker-3' }, 'worker-3 is not one of the hosts that this script is for'],
    ['a name that is a pattern', [], { NODE: '*' }, '* is not one of the hosts'],
    ['a root that is not there', [], { ROOT: '/does/not/exist' }, 'ROOT is not a directory'],
    ['a root that is relative', [], { ROOT: 'x' }, 'ROOT must be an absolute path'],
    ['a wrong option', ['--chek'], {}, 'usage: sh '],
    ['two options', ['--check', '--undo'], {}, 'usage: sh '],
  ])('refuses %s, and changes nothing', (_name, option, environment, words) => {
    const before = tree(root);
    const { status, errors } = run(option, environment);

    expect(status).toBe(2);
    expect(errors).toContain(words);
    expect(tree(root)).toEqual(before);
  });

  it('refuses Red Hat CoreOS', () => {
    writeFileSync(inRoot('etc/os-release'), 'ID="rhel"\nOPENSHIFT_VERSION="4.20"\n');

    expect(run()).toMatchObject({ status: 2, errors: expect.stringContaining('apply the MachineConfig') as string });
  });

  it('refuses anybody but root', () => {
    chmodSync(directory, 0o755);
    const { status, stderr } = spawnSync('setpriv', ['--reuid=65534', 'sh', path.join(directory, 'script.sh')], {
      encoding: 'utf8',
    });

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: this needs root: run it as root, or with sudo.\n',
    });
  });

  it('can be undone wherever it was cut off', () => {
    const before = tree(root);
    // A directory in the place of the second file ends the run behind the first.
    mkdirSync(inRoot(modules), { recursive: true });
    const { status, errors } = run();
    expect({ status, errors }).toEqual({
      status: 1,
      errors: `error: ${modules} is a directory; move it away first.\n`,
    });
    rmSync(inRoot('etc/modules-load.d'), { recursive: true });

    expect(run(['--undo'])).toMatchObject({ status: 0, errors: '' });
    expect(tree(root)).toEqual(before);
  });
});
