import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { declareProfile } from '@calico-readiness/requirements';
import type { Finding } from '@calico-readiness/requirements';
import { observeHost } from '../src/observation/observe-host';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures', 'hosts');
/** Each with what it is that damage could hide: NetworkManager that manages tunnels, rules that block modules, ufw. */
const wholes = [
  ['debian-12-amd64-networkmanager', '6.1.0-50-amd64'],
  ['debian-12-s390x-ufw-blocked', '6.1.0-50-s390x'],
] as const;

/** Everything applies that one profile can ask for. */
const profile = declareProfile(
  {
    dataplane: 'BPF',
    encapsulation: ['IPIP', 'VXLAN'],
    ipFamilies: ['IPv4', 'IPv6'],
    wireguard: true,
    sctp: true,
    kubeProxyMode: 'ipvs',
  },
  'the test',
);

type Damage = (file: (name: string) => string, release: string) => void;

const megabytes = (count: number): number => count * 1024 * 1024;
const rubbish = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256));

function replace(file: string, make: (file: string) => void): void {
  rmSync(file, { recursive: true, force: true });
  make(file);
}

const half = (file: string): void => {
  const content = readFileSync(file);
  writeFileSync(file, content.subarray(0, content.length / 2));
};

const damages: readonly (readonly [string, Damage])[] = [
  ['has half of modules.dep', (file, release) => half(file(`usr/lib/modules/${release}/modules.dep`))],
  [
    'has half of modules.dep.bin',
    (file, release) => {
      const index = file(`usr/lib/modules/${release}/modules.dep.bin`);
      if (existsSync(index)) half(index);
    },
  ],
  [
    'has rubbish for modules.dep.bin',
    (file, release) => writeFileSync(file(`usr/lib/modules/${release}/modules.dep.bin`), rubbish),
  ],
  [
    'has rubbish for modules.alias.bin',
    (file, release) => writeFileSync(file(`usr/lib/modules/${release}/modules.alias.bin`), rubbish),
  ],
  ['has a copy of no bytes of the path of modprobe', (file) => truncateSync(file('proc/sys/kernel/modprobe'))],
  ['has half of modules.builtin', (file, release) => half(file(`usr/lib/modules/${release}/modules.builtin`))],
  ['has half of its kernel configuration', (file, release) => half(file(`boot/config-${release}`))],
  [
    'has rubbish for modules.dep',
    (file, release) => writeFileSync(file(`usr/lib/modules/${release}/modules.dep`), rubbish),
  ],
  [
    'has rubbish for modules.alias',
    (file, release) => writeFileSync(file(`usr/lib/modules/${release}/modules.alias`), rubbish),
  ],
  [
    'has rubbish for its kernel configuration',
    (file, release) => writeFileSync(file(`boot/config-${release}`), rubbish),
  ],
  ['has rubbish for os-release', (file) => replace(file('etc/os-release'), (name) => writeFileSync(name, rubbish))],
  ['has rubbish for /proc/modules', (file) => writeFileSync(file('proc/modules'), rubbish)],
  ['has rubbish for /proc/1/status', (file) => writeFileSync(file('proc/1/status'), rubbish)],
  ['has rubbish for /proc/1/net/tcp', (file) => writeFileSync(file('proc/1/net/tcp'), rubbish)],
  [
    'has 200 MB of os-release',
    (file) =>
      replace(file('etc/os-release'), (name) => {
        writeFileSync(name, '');
        truncateSync(name, megabytes(200));
      }),
  ],
  ['has 200 MB of /proc/modules', (file) => truncateSync(file('proc/modules'), megabytes(200))],
  [
    'has 200 MB of modules.builtin',
    (file, release) => truncateSync(file(`usr/lib/modules/${release}/modules.builtin`), megabytes(200)),
  ],
  [
    'has a loop of links for os-release',
    (file) => replace(file('etc/os-release'), (name) => symlinkSync('os-release', name)),
  ],
  [
    'has a loop of links for its modules',
    (file, release) => replace(file(`usr/lib/modules/${release}`), (name) => symlinkSync(path.basename(name), name)),
  ],
  [
    'has a loop of links for its units',
    (file) => replace(file('etc/systemd/system'), (name) => symlinkSync('/etc/systemd/system', name)),
  ],
  ['has a FIFO for /proc/modules', (file) => replace(file('proc/modules'), (name) => execFileSync('mkfifo', [name]))],
  [
    'has a directory for its kernel configuration',
    (file, release) => replace(file(`boot/config-${release}`), (name) => mkdirSync(name)),
  ],
  ['has no /proc', (file) => rmSync(file('proc'), { recursive: true })],
  ['has no kernel command line', (file) => rmSync(file('proc/cmdline'))],
  ['has an empty kernel command line', (file) => writeFileSync(file('proc/cmdline'), '')],
  ['has half of its kernel command line', (file) => half(file('proc/cmdline'))],
  ['has no links of active units', (file) => replace(file('run/systemd/units'), (name) => mkdirSync(name))],
  ['has no /usr', (file) => rmSync(file('usr'), { recursive: true })],
  ['has no /run', (file) => rmSync(file('run'), { recursive: true })],
  ['has no /etc', (file) => rmSync(file('etc'), { recursive: true })],
  ["has none of its packages' units", (file) => rmSync(file('usr/lib/systemd'), { recursive: true })],
  [
    'has none of the rules that come with udev',
    (file) => rmSync(file('usr/lib/udev'), { recursive: true, force: true }),
  ],
];

/** What may become of a finding when evidence goes missing: nothing, or less certainty. */
const lessCertain: Record<Finding['verdict'], readonly Finding['verdict'][]> = {
  Pass: ['Pass', 'Unknown'],
  Warn: ['Warn', 'Unknown'],
  Fail: ['Fail', 'Unknown'],
  Unknown: ['Unknown'],
  NotApplicable: ['NotApplicable', 'Unknown'],
};

describe.each(wholes)('a damaged %s', (fixture, release) => {
  const whole = path.join(fixtures, fixture, 'root');
  let before: readonly Finding[];
  let directory: string;

  beforeAll(async () => {
    ({ findings: before } = await observeHost({ hostRoot: whole, kernelRelease: release, profile }));
  });
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'calico-readiness-damaged-'));
    cpSync(whole, directory, { recursive: true, verbatimSymlinks: true });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it.each(damages)(
    'that %s is judged without a crash, and with no verdict that the whole one has not',
    async (_what, damage) => {
      damage((name) => path.join(directory, name), release);

      const { findings } = await observeHost({ hostRoot: directory, kernelRelease: release, profile });

      expect(findings.map(({ requirement }) => requirement)).toEqual(before.map(({ requirement }) => requirement));
      const surprising = findings.filter(
        ({ verdict }, index) => !lessCertain[before[index]!.verdict].includes(verdict),
      );
      expect(surprising).toEqual([]);
      expect(findings.filter(({ reason }) => reason === 'EvaluationFailed')).toEqual([]);
    },
  );
});
