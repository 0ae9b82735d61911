import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClusterProfile, NodeReport } from '@calico-readiness/requirements';
import { calicoVersions } from '@calico-readiness/requirements';
import { runCommandLine } from './command-line';

interface Run {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

async function run(...words: string[]): Promise<Run> {
  let output = '';
  let errors = '';
  const status = await runCommandLine(words, {
    isTerminal: false,
    environment: {},
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { status, output, errors };
}

describe('the command line', () => {
  let directory: string;
  const file = (name: string, text: string): string => {
    const place = path.join(directory, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };
  /** The profile that a check with these options was made with. */
  const profileOfCheck = async (...words: string[]): Promise<ClusterProfile> => {
    const { output } = await run('check', '--host-root', directory, '-o', 'json', ...words);
    return (JSON.parse(output) as NodeReport).status!.profile;
  };
  /** The same without the defaulted fields. */
  const declared = async (...words: string[]): Promise<object> =>
    Object.fromEntries(
      Object.entries(await profileOfCheck(...words))
        .filter(([, field]) => field.source !== 'defaulted')
        .map(([name, { value, from }]) => [name, { value, from }]),
    );

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'check-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('is unknown about an empty directory: everything is Unknown, nothing Pass or Fail', async () => {
    const { status, output, errors } = await run('check', '--host-root', directory, '-o', 'json');
    const report = JSON.parse(output) as NodeReport;

    expect({ status, errors, verdict: report.status?.verdict }).toEqual({ status: 4, errors: '', verdict: 'Unknown' });
    expect(new Set(report.status?.findings.map(({ verdict }) => verdict))).toEqual(new Set(['Unknown']));
  });

  it('is not ready on a host that fails a required requirement', async () => {
    file('proc/sys/kernel/osrelease', '2.6.32-754.el6.x86_64\n');

    expect(await run('check', '--host-root', directory)).toMatchObject({ status: 3, errors: '' });
  });

  it('judges the kernel release that is given instead of the one the host shows', async () => {
    file('proc/sys/kernel/osrelease', '2.6.32-754.el6.x86_64\n');
    const { status } = await run('check', '--host-root', directory, '--kernel-release', '5.14.0-570.12.1.el9_6.x86_64');

    expect(status).toBe(4);
  });

  it('names the host after its hostname', async () => {
    file('etc/hostname', 'Worker_1.example.COM\n');
    const { output } = await run('check', '--host-root', directory, '-o', 'json');

    expect((JSON.parse(output) as NodeReport).metadata.name).toBe('worker-1.example.com');
  });

  it.each([
    ['table', /^Calico readiness of host, observed /],
    ['json', /^\{\n {2}"apiVersion": "calicoreadiness.io\/v1alpha1",\n {2}"kind": "NodeReport"/],
    ['yaml', /^apiVersion: calicoreadiness.io\/v1alpha1\nkind: NodeReport\n/],
    ['csv', /^node,chapter,requirement,/],
    ['markdown', /^# Calico readiness of host\n/],
    ['junit', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /],
  ])('prints %s, without escape codes where no terminal is', async (format, beginning) => {
    const { output } = await run('check', '--host-root', directory, '--output', format);

    expect(output).toMatch(beginning);
    expect(output).toMatch(/\n$/);
    expect(output).not.toContain('\u001b');
  });

  it('takes every option of the profile', async () => {
    const words =
      '--calico-version v3.25 --dataplane bpf --encapsulation vxlan,ipip --bgp false --ip-family dual --kube-proxy-mode IPVS --wireguard --sctp';
    const from = 'command line';

    expect(await declared(...words.split(' '))).toEqual({
      calicoVersion: { value: 'v3.25', from },
      dataplane: { value: 'BPF', from },
      encapsulation: { value: ['VXLAN', 'IPIP'], from },
      bgp: { value: false, from },
      ipFamilies: { value: ['IPv4', 'IPv6'], from },
      kubeProxyMode: { value: 'ipvs', from },
      wireguard: { value: true, from },
      sctp: { value: true, from },
    });
  });

  it('takes the defaults of the declared Calico version, wherever the rest is declared', async () => {
    const profile = file('profile.yaml', 'wireguard: true\n');

    expect(await profileOfCheck('--calico-version', 'v3.31', '--profile', profile)).toMatchObject({
      dataplane: { value: 'BPF', source: 'defaulted' },
      kubeProxyMode: { value: 'none', source: 'defaulted' },
      wireguard: { value: true, source: 'declared', from: profile },
    });
    expect(
      await profileOfCheck('--calico-version', 'v3.31', '--dataplane', 'iptables', '--profile', profile),
    ).toMatchObject({
      kubeProxyMode: { value: 'iptables', source: 'defaulted' },
    });
  });

  it.each(calicoVersions)('checks for Calico %s', async (version) => {
    expect(await declared('--calico-version', version)).toEqual({
      calicoVersion: { value: version, from: 'command line' },
    });
  });

  it.each(['3.27', 'v3.27.2', 'V3.27', '3.27.0'])('takes %s for the release v3.27', async (text) => {
    expect(await declared('--calico-version', text)).toEqual({
      calicoVersion: { value: 'v3.27', from: 'command line' },
    });
  });

  it('takes no encapsulation at all', async () => {
    expect(await declared('--encapsulation', 'none')).toEqual({ encapsulation: { value: [], from: 'command line' } });
  });

  it('puts options over the profile file, and says where each field is from', async () => {
    const profile = file('profile.yaml', 'wireguard: true\nsctp: true\nports:\n  bgp: 1179\n');

    expect(await declared('--profile', profile, '--wireguard', 'false')).toEqual({
      wireguard: { value: false, from: 'command line' },
      sctp: { value: true, from: profile },
      ports: { value: expect.objectContaining({ bgp: 1179, vxlan: 4789 }) as object, from: profile },
    });
  });

  it('reads a profile file in JSON, and an empty one', async () => {
    const profile = file('profile.json', '{"dataplane": "Nftables"}');

    expect(await declared('--profile', profile)).toEqual({ dataplane: { value: 'Nftables', from: profile } });
    expect(await declared('--profile', file('empty.yaml', '# nothing\n'))).toEqual({});
  });

  it.each([
    [
      'an unknown field',
      'wireGuard: true\n',
      /cannot be used:\n {2}wireGuard is not a field of the profile; known: calicoVersion, /,
    ],
    [
      'a wrong value',
      'dataplane: iptables\nbgp: maybe\n',
      /dataplane is "iptables"; allowed: Iptables, Nftables, BPF\n {2}bgp is "maybe"; allowed: true, false/,
    ],
    ['no map', '- IPIP\n', /the file is \["IPIP"\]; it must be a map of profile fields/],
    ['broken YAML', 'bgp: [true\n', /Profile file .*profile.yaml: .* at line \d/],
    ['two documents', 'bgp: true\n---\nbgp: false\n', /Profile file .*profile.yaml: /],
    ['a field twice', 'bgp: true\nbgp: false\n', /Profile file .*profile.yaml: .*unique/],
  ])('refuses a profile file with %s', async (_name, text, message) => {
    const { status, output, errors } = await run(
      'check',
      '--host-root',
      directory,
      '--profile',
      file('profile.yaml', text),
    );

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toMatch(message);
  });

  it.each([
    [
      ['check', '--dataplane', 'eBPF'],
      "option '--dataplane <name>' argument 'eBPF' is invalid. Allowed: Iptables, Nftables, BPF.",
    ],
    [
      ['check', '--encapsulation', 'gre'],
      `option '--encapsulation <list>' argument 'gre' is invalid. Allowed: ipip, vxlan, "ipip,vxlan", none.`,
    ],
    [['check', '--encapsulation', 'ipip,none'], "argument 'ipip,none' is invalid."],
    [['check', '--bgp', 'yes'], "option '--bgp <boolean>' argument 'yes' is invalid. Allowed: true, false."],
    [
      ['check', '--ip-family', 'both'],
      "option '--ip-family <family>' argument 'both' is invalid. Allowed: ipv4, ipv6, dual.",
    ],
    [
      ['check', '--kube-proxy-mode', 'off'],
      "option '--kube-proxy-mode <mode>' argument 'off' is invalid. Allowed: iptables, ipvs, nftables, none.",
    ],
    [
      ['check', '--calico-version', '2.6'],
      "option '--calico-version <version>' argument '2.6' is invalid. Allowed: v3.25, v3.26, v3.27, v3.28, v3.29, v3.30, v3.31, v3.32.",
    ],
    [
      ['check', '--kernel-release', '../../etc'],
      "option '--kernel-release <release>' argument '../../etc' is invalid.",
    ],
    [
      ['check', '--output', 'xml'],
      "option '-o, --output <format>' argument 'xml' is invalid. Allowed: table, json, yaml, csv, markdown, junit.",
    ],
    [
      ['check', '--host-root', '/does/not/exist'],
      "option '--host-root <directory>': The host root /does/not/exist does not exist.",
    ],
    [['check', '--profile', '/does/not/exist'], 'Profile file /does/not/exist cannot be read: it does not exist.'],
    [['check', '--profile', '/'], 'Profile file / is a directory.'],
    [['check', '--ouptut', 'json'], "unknown option '--ouptut'\n(Did you mean --output?)"],
    [['check', 'this-host'], "too many arguments for 'check'"],
    [['chek'], "unknown command 'chek'\n(Did you mean check?)"],
    [['agent'], "option '--node-name <name>' is missing"],
    [['agent', '--node-name', 'worker-1'], "option '--kubeconfig <file>' is missing"],
    [
      ['agent', '--node-name', 'worker-1', '--kubeconfig', '/does/not/exist'],
      "option '--kubeconfig <file>': /does/not/exist cannot be used",
    ],
    [
      ['agent', '--log-level', 'loud'],
      "option '--log-level <level>' argument 'loud' is invalid. Allowed choices are debug, info, warn, error.",
    ],
    [['controller'], "option '--namespace <name>' is missing"],
    [['controller', '--namespace', 'n'], "option '--kubeconfig <file>' is missing"],
    [
      ['controller', '--namespace', 'n', '--metrics-certificate', 'tls.crt'],
      "options '--metrics-certificate <file>' and '--metrics-key <file>' go together",
    ],
    [
      ['controller', '--metrics-address', 'somewhere'],
      "option '--metrics-address <address>' argument 'somewhere' is invalid. Allowed: host:port, [host]:port, :port.",
    ],
    [
      ['agent', '--observe-interval', '0'],
      "option '--observe-interval <seconds>' argument '0' is invalid. Allowed: whole seconds from 1 to 3600.",
    ],
  ])('ends %j with status 2 and clear words', async (words, message) => {
    vi.stubEnv('NODE_NAME', undefined);
    vi.stubEnv('POD_NAMESPACE', undefined);
    vi.stubEnv('KUBERNETES_SERVICE_HOST', undefined);
    const { status, output, errors } = await run(...words);
    vi.unstubAllEnvs();

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(message);
  });

  it('shows help for no words at all, as wrong usage', async () => {
    const { status, output, errors } = await run();

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toMatch(/^Usage: calico-readiness /);
  });

  it.each([
    [['--help'], /check .*\n.*agent /s],
    [
      ['check', '--help'],
      /Exit status: 0 ready, 1 the tool failed, 2 wrong usage, 3 not ready, 4 unknown; with --with/,
    ],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('answers %j on standard output with status 0', async (words, text) => {
    const { status, output, errors } = await run(...words);

    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(text);
  });
});
