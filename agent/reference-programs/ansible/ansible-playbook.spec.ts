import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostChange, HostGroups } from '@calico-readiness/requirements';
import { guides, hostScript, inEnglish, noSituation } from '@calico-readiness/requirements';
import { playbookYaml } from '../../../src/pages/guides/hosts/playbook-yaml';
import { pathOfProgram, pathOfSystemd, referenceProgramEnvironment } from '../reference-programs';
import { daemon, file, link, oneshot, wants } from '../systemd/boot-scenario';
import { writeBootableTree } from '../systemd/bootable-tree';
import { BootedTree } from '../systemd/booted-tree';
import type { GeneratedUnitTree } from '../systemd/generated-unit-trees';
import type { Outcome, Step } from './changing-a-host';
import { allDone, ansiblePlaybookCommand, leftBy, stepsScript } from './changing-a-host';
import { ansiblePackages } from './fetch-ansible';

// The path of a socket is short: so are the names here.
const directory = mkdtempSync(join(tmpdir(), 'plays-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const systemd = pathOfSystemd() ?? '';
const systemctl = pathOfProgram('systemctl') ?? '';
const programs = {
  shippedUnits: join(dirname(systemd), 'system'),
  busDaemon: pathOfProgram('dbus-daemon') ?? '',
  libraries: referenceProgramEnvironment()['LD_LIBRARY_PATH'] ?? '',
};

const guideOf = (id: string) => guides.find((guide) => guide.id === id)!;
const firewalld = guideOf('firewalld');
const units = ['firewalld.service', 'ufw.service'] as const;
const changes: readonly HostChange[] = [
  guideOf('networkmanager').change(noSituation),
  guideOf('kernel-modules').change({ ...noSituation, modules: { loadable: ['ip_set', 'vxlan'] } }),
  firewalld.change({ ...noSituation, firewallUnits: units }),
];
/** What three guides want, at once: ansible-playbook takes seconds to start. */
const groups: HostGroups['groups'] = [
  {
    hosts: ['worker-1'],
    change: {
      files: changes.flatMap(({ files }) => files),
      maskedUnits: changes.flatMap(({ maskedUnits }) => maskedUnits),
    },
  },
];

const noting = (what: string, text: string): string =>
  text.replace('[Service]\n', `[Service]\nExecStartPost=/bin/sh -c 'echo started ${what} >> /run/notes'\n`);

/** Firewalls that run, one with another name, the programs that read the files, and a file that somebody wrote. */
const host: GeneratedUnitTree = [
  file('firewalld.service', `${daemon}Alias=dbus-org.fedoraproject.FirewallD1.service\n`),
  wants('firewalld.service'),
  link('etc/systemd/system/dbus-org.fedoraproject.FirewallD1.service', '/usr/lib/systemd/system/firewalld.service'),
  file('ufw.service', oneshot),
  wants('ufw.service'),
  file(
    'NetworkManager.service',
    daemon.replace('[Service]\n', "[Service]\nExecReload=/bin/sh -c 'echo reloaded NetworkManager >> /run/notes'\n"),
  ),
  wants('NetworkManager.service'),
  file('systemd-modules-load.service', noting('modules-load', oneshot)),
  wants('systemd-modules-load.service'),
  { path: 'etc/modules-load.d/calico.conf', content: '# by hand\n' },
];

/** Boots the host, does the steps on it, and returns its root directory. */
async function hostAfter(steps: readonly Step[], prepare: (root: string) => void): Promise<string> {
  const root = mkdtempSync(join(directory, 'tree-'));
  writeBootableTree(root, host, stepsScript(systemctl, units, steps), programs);
  prepare(root);
  const booted = await BootedTree.boot(root, systemd, []);
  try {
    await vi.waitFor(
      () => expect(existsSync(join(root, allDone)), readFileSync(join(root, 'run/answer.log'), 'utf8')).toBe(true),
      { timeout: 240_000, interval: 100 },
    );
  } finally {
    await booted.stop();
  }
  return root;
}

const outcome = (root: string, name: string): Outcome => {
  const text = (part: string) => readFileSync(join(root, leftBy(name), part), 'utf8');
  return { status: text('status').trim(), output: text('output'), units: text('units') };
};

/** What guides write to: every path with its kind, mode and content, but for copies of what was replaced. */
const etcAfter = (root: string, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['modules-load.d', 'NetworkManager', 'systemd/system'].flatMap((place) =>
      entriesOf(join(root, leftBy(name), 'etc'), place),
    ),
  );

function entriesOf(root: string, place: string): readonly (readonly [string, string])[] {
  const path = join(root, place);
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state === undefined || place.endsWith('~')) return [];
  const kind = `${(state.mode & 0o7777).toString(8)} ${String(state.uid)}:${String(state.gid)}`;
  if (state.isSymbolicLink()) return [[place, `link to ${readlinkSync(path)}`]];
  if (!state.isDirectory()) return [[place, `${kind} ${readFileSync(path, 'utf8')}`]];
  return [
    [place, `directory ${kind}`],
    ...readdirSync(path)
      .sort()
      .flatMap((name) => entriesOf(root, join(place, name))),
  ];
}

/** The line of the recap for a host. */
const recapOf = (output: string, name: string): string =>
  new RegExp(`^${name} +: (.*?) *$`, 'm').exec(output)?.[1]?.replace(/ +/g, ' ') ?? output;

describe('ansible-playbook and the shell script', () => {
  let played: string;
  let scripted: string;

  beforeAll(async () => {
    [played, scripted] = await Promise.all([
      hostAfter(
        [
          { name: 'syntax', command: ansiblePlaybookCommand('/var/play.yaml', '--syntax-check') },
          { name: 'check', command: ansiblePlaybookCommand('/var/play.yaml', '--check', '--diff') },
          { name: 'first', command: ansiblePlaybookCommand('/var/play.yaml', '--diff') },
          { name: 'second', command: ansiblePlaybookCommand('/var/play.yaml', '--diff') },
          { name: 'script', command: 'sh /var/script.sh --check' },
        ],
        (root) => {
          cpSync(ansiblePackages, join(root, 'var/ansible'), { recursive: true, preserveTimestamps: true });
          writeFileSync(join(root, 'var/play.yaml'), playbookYaml(firewalld, groups));
          writeFileSync(join(root, 'var/script.sh'), hostScript('firewalld', inEnglish(firewalld.title), groups));
        },
      ),
      hostAfter([{ name: 'script', command: 'sh /var/script.sh' }], (root) => {
        writeFileSync(join(root, 'var/script.sh'), hostScript('firewalld', inEnglish(firewalld.title), groups));
      }),
    ]);
  }, 300_000);

  it('find nothing wrong with what the guides write', () => {
    expect(outcome(played, 'syntax')).toMatchObject({
      status: '0',
      output: expect.stringContaining('play.yaml') as string,
    });
  });

  it('say in check mode what they would change, and change nothing', () => {
    const { status, output, units: state } = outcome(played, 'check');

    expect(status, output).toBe('0');
    expect(recapOf(output, 'worker-1')).toMatch(/ changed=[1-9]\d* .*failed=0 /);
    expect(output).toContain('-# by hand\n+ip_set\n+vxlan\n');
    expect(etcAfter(played, 'check')).toEqual(etcAfter(played, 'before'));
    expect(state).toBe(outcome(played, 'before').units);
  });

  it('bring a host what the guides want, and let the programs read it', () => {
    const { status, output, units: state } = outcome(played, 'first');

    expect(status, output).toBe('0');
    expect(recapOf(output, 'worker-1')).toMatch(/^ok=10 changed=9 unreachable=0 failed=0 skipped=0 /);
    expect(etcAfter(played, 'first')).toMatchObject({
      'modules-load.d/calico.conf': '644 0:0 ip_set\nvxlan\n',
      'NetworkManager/conf.d/calico.conf': expect.stringMatching(/^644 0:0 \[keyfile\]\n/) as string,
      'systemd/system/firewalld.service': 'link to /dev/null',
      'systemd/system/ufw.service': 'link to /dev/null',
    });
    expect(state.match(/LoadState=masked\nActiveState=inactive/g)).toHaveLength(units.length);
    expect(readFileSync(join(played, 'run/notes'), 'utf8')).toBe(
      'started modules-load\nreloaded NetworkManager\nstarted modules-load\n',
    );
  });

  it('keep a copy of a file that was there', () => {
    const copies = readdirSync(join(played, leftBy('second'), 'etc/modules-load.d')).filter((name) =>
      name.endsWith('~'),
    );

    expect(copies).toHaveLength(1);
    expect(readFileSync(join(played, leftBy('second'), 'etc/modules-load.d', copies[0]!), 'utf8')).toBe('# by hand\n');
  });

  it('change nothing the second time', () => {
    const { status, output } = outcome(played, 'second');

    expect(status, output).toBe('0');
    expect(recapOf(output, 'worker-1')).toMatch(/ changed=0 .*failed=0 /);
    expect(etcAfter(played, 'second')).toEqual(etcAfter(played, 'first'));
  });

  it('leave the same host, whichever of them was run', () => {
    const { status, output } = outcome(scripted, 'script');

    expect(status, output).toBe('0');
    expect(etcAfter(played, 'second')).toEqual(etcAfter(scripted, 'script'));
    expect(outcome(played, 'second').units).toBe(outcome(scripted, 'script').units);
    expect(readFileSync(join(played, 'run/notes'), 'utf8')).toBe(readFileSync(join(scripted, 'run/notes'), 'utf8'));
    expect(outcome(played, 'script')).toMatchObject({
      status: '0',
      output: expect.stringMatching(/all of it is in place\n$/) as string,
    });
  });
});
