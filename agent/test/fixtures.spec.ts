import { readFileSync } from 'node:fs';
import { calicoVersions, declareProfile } from '@calico-readiness/requirements';
import type { FixtureHost } from './fixture-hosts';
import { findingsOfFixture, fixtureHosts, reportOfFixture } from './fixture-hosts';
import type { FixtureProfileName } from './fixture-profiles';
import { fixtureProfiles } from './fixture-profiles';
import { observeHost } from '../src/observation/observe-host';

// Every verdict in the golden files was reviewed by hand: agent/fixtures/hosts/README.md. After a change that
// is meant, `npm run update-golden` writes them anew; then review what changed.
describe('a fixture host', () => {
  // All hosts in one test: what changes for each of them is read in one diff.
  const compare = async (seen: (host: FixtureHost) => Promise<string>, golden: (host: FixtureHost) => string) => {
    const texts: Record<string, string> = {};
    for (const host of fixtureHosts) texts[host.name] = await seen(host);
    expect(texts, 'if it is meant: npm run update-golden, and review what changed').toEqual(
      Object.fromEntries(fixtureHosts.map((host) => [host.name, readFileSync(golden(host), 'utf8')])),
    );
  };

  it('has the report that was reviewed', () => compare(reportOfFixture, ({ goldenReport }) => goldenReport), 120_000);

  it(
    'has the findings that were reviewed when everything is asked for',
    () => compare(findingsOfFixture, ({ goldenFindings }) => goldenFindings),
    120_000,
  );

  it('is one of fifteen, from a full node to an empty directory', () => {
    expect(fixtureHosts.map(({ name }) => name)).toEqual([
      'debian-12-amd64-networkmanager',
      'debian-12-arm64-stock',
      'debian-12-cloud-amd64-firewalld',
      'debian-12-ppc64el-netfilter-persistent',
      'debian-12-rt-amd64-prepared',
      'debian-12-s390x-ufw-blocked',
      'empty',
      'flatcar-4081',
      'rhcos-10',
      'rhcos-4.20',
      'rhel-10-without-extra-modules',
      'rhel-7.9-stock',
      'rhel-8.6-prepared',
      'rhel-9.4-firewalld',
      'ubuntu-24.04',
    ]);
  });
});

const tunnels = ['networkmanager-ignores-vxlan-calico', 'networkmanager-ignores-wireguard-cali'];

// What an expert would call wrong on each host, and nothing else; written down apart from the golden files.
describe('a host as its distribution ships it', () => {
  it.each<[string, FixtureProfileName, string[]]>([
    ['rhcos-4.20', 'default', ['networkmanager-ignores-tunl']],
    ['rhcos-4.20', 'all features', tunnels],
    ['rhcos-10', 'default', ['networkmanager-ignores-tunl']],
    ['rhcos-10', 'all features', tunnels],
    ['rhel-9.4-firewalld', 'default', ['networkmanager-ignores-tunl', 'firewalld-disabled']],
    ['rhel-9.4-firewalld', 'all features', [...tunnels, 'firewalld-disabled']],
    ['rhel-8.6-prepared', 'default', []],
    ['rhel-8.6-prepared', 'all features', ['wireguard-tunnel']],
    ['rhel-7.9-stock', 'default', ['networkmanager-ignores-tunl', 'firewalld-disabled']],
    [
      'rhel-7.9-stock',
      'all features',
      [...tunnels, 'firewalld-disabled', 'vxlan-tunnel', 'wireguard-tunnel', 'ebpf', 'xdp', 'ebpf-cgroup2'],
    ],
    ['flatcar-4081', 'default', []],
    ['flatcar-4081', 'all features', []],
    ['ubuntu-24.04', 'default', []],
    ['ubuntu-24.04', 'all features', []],
    ['debian-12-ppc64el-netfilter-persistent', 'default', ['iptables-managers-disabled']],
    ['debian-12-ppc64el-netfilter-persistent', 'all features', ['iptables-managers-disabled', 'ebpf']],
    ['debian-12-rt-amd64-prepared', 'default', []],
    ['debian-12-rt-amd64-prepared', 'all features', []],
  ])('%s fails under the profile %s where it is really wrong', async (name, profile, expected) => {
    const host = fixtureHosts.find((candidate) => candidate.name === name);
    const { findings } = await observeHost({ hostRoot: host?.root ?? '', profile: fixtureProfiles[profile] });
    expect(findings.filter(({ verdict }) => verdict === 'Fail').map(({ requirement }) => requirement)).toEqual(
      expected,
    );
  });

  // Since v3.30 Calico uses eBPF on OpenShift by default, and with it VXLAN.
  it.each(
    calicoVersions.flatMap((calicoVersion) => ['rhcos-4.20', 'rhcos-10'].map((name) => ({ calicoVersion, name }))),
  )(
    '$name lacks only what keeps NetworkManager off the tunnels of Calico $calicoVersion',
    async ({ calicoVersion, name }) => {
      const host = fixtureHosts.find((candidate) => candidate.name === name);
      const { findings } = await observeHost({
        hostRoot: host?.root ?? '',
        profile: declareProfile({ calicoVersion }, 'test'),
      });
      const wrong = findings
        .filter(({ verdict }) => verdict === 'Fail' || verdict === 'Warn')
        .map(({ requirement }) => requirement);
      const ebpf = calicoVersions.indexOf(calicoVersion) >= calicoVersions.indexOf('v3.30');
      expect(wrong).toEqual(['networkmanager-ignores-tunl', ...(ebpf ? ['networkmanager-ignores-vxlan-calico'] : [])]);
    },
  );

  // All hosts in one test: a fact that is read from a new file is missing on each of them.
  it('leaves nothing undecided but the flows', async () => {
    const undecided: string[] = [];
    for (const { name, root } of fixtureHosts.filter((host) => host.name !== 'empty')) {
      for (const profile of Object.values(fixtureProfiles)) {
        const { findings } = await observeHost({ hostRoot: root, profile });
        for (const { requirement, verdict, reason } of findings)
          if (verdict === 'Unknown' && reason !== 'NotTested') undecided.push(`${requirement} (${reason}) on ${name}`);
      }
    }
    expect(
      [...new Set(undecided)],
      'add the host file that the fact is read from to every tree of agent/fixtures/hosts; its README says what makes them',
    ).toEqual([]);
  }, 120_000);
});
