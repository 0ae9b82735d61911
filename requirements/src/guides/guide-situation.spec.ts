import { defaultProfileValues } from '../model/profile-defaults';
import { observed, unavailable } from '../model/fact';
import type { HostFacts, HostFactValues } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import type { ServiceState } from '../model/service';
import { guideSituation, noSituation } from './guide-situation';
import type { AffectedNode } from './affected-node';

const facts = (values: Partial<HostFactValues>): HostFacts =>
  Object.fromEntries(
    hostFactNames.map((name) => [
      name,
      values[name] === undefined ? unavailable('denied', 'test') : observed(values[name], 'test'),
    ]),
  ) as unknown as HostFacts;

const node = (name: string, requirements: string[], values: Partial<HostFactValues> = {}): AffectedNode => ({
  name,
  requirements,
  profile: defaultProfileValues,
  facts: facts(values),
});

const running: ServiceState = { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true };
const installed: ServiceState = { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false };
const absent: ServiceState = { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false };

describe('guideSituation', () => {
  it('is empty without nodes', () => {
    expect(guideSituation([])).toEqual(noSituation);
  });

  it('tells a kernel without modules on the disk from one that lacks a package', () => {
    const kernelModules = { vxlan: 'configured-only', ip_set: 'missing', xt_set: 'loadable' } as const;
    const requirements = ['match-set', 'vxlan-tunnel', 'ip-sets'];
    const updated = { program: 'runs', atBoot: [], otherReleases: ['5.14.0-1'] } as const;
    expect(guideSituation([node('a', requirements, { kernelModules })])).toMatchObject({
      moduleTreeMissing: false,
      modules: { 'configured-only': ['vxlan'] },
    });
    const situation = guideSituation([node('a', requirements, { kernelModules, moduleLoading: updated })]);
    expect(situation).toMatchObject({ moduleTreeMissing: true, modules: { missing: ['ip_set'] } });
    expect(situation.modules).not.toHaveProperty('configured-only');
    expect(guideSituation([node('a', ['firewalld-disabled'], { moduleLoading: updated })])).toMatchObject({
      moduleTreeMissing: false,
    });
  });

  it.each([
    ['', false],
    ['/opt/load', false],
    ['/sbin/modprobe', true],
  ])('tells whether the kernel loads on demand with the path %j', (modprobePath, loadsOnDemand) => {
    const moduleLoading = { program: 'runs', atBoot: [] } as const;
    expect(guideSituation([node('a', ['match-set'], { modprobePath, moduleLoading })])).toMatchObject({
      loadsOnDemand,
    });
    expect(guideSituation([node('a', ['firewalld-disabled'], { modprobePath, moduleLoading })])).toMatchObject({
      loadsOnDemand: true,
    });
  });

  it('takes the first node by name as the example', () => {
    expect(guideSituation([node('b', []), node('a', [])]).exampleNode).toBe('a');
  });

  it('names the units at work and leaves idle and absent ones alone', () => {
    const services = {
      'firewalld.service': running,
      'nftables.service': installed,
      'iptables.service': { ...installed, startsAtBoot: true },
      'ufw.service': absent,
    };
    const situation = guideSituation([node('a', ['firewalld-disabled', 'iptables-managers-disabled'], { services })]);
    expect(situation.firewallUnits).toEqual(['firewalld.service', 'iptables.service']);
  });

  it('names a unit that is masked and still running', () => {
    const services = {
      'firewalld.service': { ...running, load: 'masked', enablement: 'masked', startsAtBoot: false } as const,
    };
    expect(guideSituation([node('a', ['firewalld-disabled'], { services })]).firewallUnits).toEqual([
      'firewalld.service',
    ]);
  });

  it('names an idle unit when the finding can be about no other', () => {
    const services = { 'firewalld.service': installed, 'nftables.service': installed };
    expect(guideSituation([node('a', ['firewalld-disabled'], { services })]).firewallUnits).toEqual([
      'firewalld.service',
    ]);
  });

  it('keeps to the units of the requirement that is not met', () => {
    const services = { 'firewalld.service': running, 'iptables.service': running };
    expect(guideSituation([node('a', ['iptables-managers-disabled'], { services })]).firewallUnits).toEqual([
      'iptables.service',
    ]);
  });

  it('lets no unit in that the catalogue does not know, because it would get into a command', () => {
    const services = { 'x; rm -rf /.service': running };
    expect(guideSituation([node('a', ['iptables-managers-disabled'], { services })]).firewallUnits).toEqual([]);
  });

  it('names the units of the hosts themselves that load rules, and no manager that is merely installed beside them', () => {
    const loader = { unit: 'my-rules.service', active: true, startsAtBoot: true, command: 'nft' } as const;
    const facts: Partial<HostFactValues> = {
      services: {
        'nftables.service': { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false },
      },
      ruleLoaders: [loader, { ...loader, unit: 'off.service', active: false, startsAtBoot: false }],
    };
    expect(guideSituation([node('a', ['iptables-managers-disabled'], facts)])).toMatchObject({
      firewallUnits: [],
      ruleLoaders: ['my-rules.service'],
    });
    expect(guideSituation([node('a', ['firewalld-disabled'], facts)]).ruleLoaders).toEqual([]);
  });

  it('tells a node on which nm-cloud-setup acts from one on which NetworkManager takes an interface', () => {
    const facts: Partial<HostFactValues> = { cloudSetup: { installed: true, starts: true, providers: ['EC2'] } };
    const cloud = node('a', ['nm-cloud-setup-disabled'], facts);
    expect(guideSituation([cloud])).toMatchObject({ cloudSetupActs: true, networkManagerTakes: false });
    expect(guideSituation([cloud, node('b', ['networkmanager-ignores-tunl'])])).toMatchObject({
      cloudSetupActs: true,
      networkManagerTakes: true,
    });
  });

  it('collects the NetworkManager files of all nodes', () => {
    const networkManager = (files: string[], refusedFile?: string) => ({
      networkManager: {
        daemon: 'running' as const,
        configurationFiles: files,
        manages: {},
        ...(refusedFile !== undefined && { refusedFile }),
      },
    });
    const situation = guideSituation([
      node('a', ['networkmanager-ignores-tunl'], networkManager(['etc/b.conf', 'etc/a.conf'])),
      node('b', ['networkmanager-ignores-tunl'], networkManager(['etc/a.conf'], 'etc/bad.conf')),
      node('c', ['networkmanager-ignores-tunl']),
    ]);
    expect(situation).toMatchObject({
      networkManagerFiles: ['etc/a.conf', 'etc/b.conf'],
      refusedFiles: ['etc/bad.conf'],
    });
  });

  describe('of the network managers', () => {
    const takes: Partial<HostFactValues> = {
      systemdNetworkd: {
        daemon: 'running',
        manages: { tunl0: true },
        files: { tunl0: 'etc/systemd/network/10-all.network' },
      },
    };
    const without: Partial<HostFactValues> = {
      networkManager: { daemon: 'absent', configurationFiles: [], manages: {} },
    };
    const managing: Partial<HostFactValues> = {
      networkManager: { daemon: 'running', configurationFiles: [], manages: { tunl0: true } },
    };
    const affected = ['networkmanager-ignores-tunl'];

    it.each<[string, AffectedNode[], boolean, boolean]>([
      ['networkd alone', [node('a', affected, { ...takes, ...without })], false, true],
      ['networkd beside a NetworkManager that takes none', [node('a', affected, takes)], false, true],
      ['NetworkManager alone', [node('a', affected, managing)], true, false],
      [
        'one on each of two nodes',
        [node('a', affected, { ...takes, ...without }), node('b', affected, managing)],
        true,
        true,
      ],
      ['networkd on a node of another guide', [node('a', ['firewalld-disabled'], takes)], true, false],
      [
        'networkd that starts with the next boot',
        [node('a', affected, { systemdNetworkd: { daemon: 'stopped', startsAtBoot: true, manages: { tunl0: true } } })],
        false,
        true,
      ],
    ])('names %s', (_, nodes, networkManagerTakes, networkdTakes) => {
      expect(guideSituation(nodes)).toMatchObject({ networkManagerTakes, networkdTakes });
    });

    it('collects the files by which networkd takes them', () => {
      expect(guideSituation([node('a', affected, takes), node('b', affected, takes)]).networkdFiles).toEqual([
        'etc/systemd/network/10-all.network',
      ]);
      expect(guideSituation([node('a', ['firewalld-disabled'], takes)]).networkdFiles).toEqual([]);
    });
  });

  it('sorts the modules that stand in the way by their state', () => {
    const situation = guideSituation([
      node('a', ['vxlan-tunnel', 'ip-sets'], {
        kernelModules: {
          vxlan: 'blacklisted',
          ip_set: 'loaded',
          ip_set_hash_ip: 'missing',
          ip_set_hash_net: 'loadable',
          ip_set_hash_ipport: 'missing',
          ipip: 'blocked',
        },
      }),
      node('b', ['vxlan-tunnel'], { kernelModules: { vxlan: 'blocked' } }),
      node('c', ['vxlan-tunnel']),
    ]);
    expect(situation.modules).toEqual({
      blacklisted: ['vxlan'],
      blocked: ['vxlan'],
      missing: ['ip_set_hash_ip', 'ip_set_hash_ipport'],
    });
  });

  it('names the packages of the nodes that lack one, each once, and of no others', () => {
    const lacking = { kernelModules: { vxlan: 'configured-only' } } as const;
    const ubuntu = { operatingSystem: { id: 'ubuntu' }, kernelRelease: '6.8.0-45-generic' };
    const alma = { operatingSystem: { id: 'almalinux' }, kernelRelease: '5.14.0-427.13.1.el9_4.x86_64' };
    const idsOf = (...nodes: AffectedNode[]): string[] => guideSituation(nodes).extraModules.map(({ id }) => id);
    const tunnel = ['vxlan-tunnel'];
    expect(idsOf(node('a', tunnel, { ...lacking, ...ubuntu }), node('b', tunnel, { ...lacking, ...ubuntu }))).toEqual([
      'ubuntu',
    ]);
    expect(idsOf(node('a', tunnel, { ...lacking, ...ubuntu }), node('b', tunnel, { ...lacking, ...alma }))).toEqual([
      'enterprise-linux',
      'ubuntu',
    ]);
    expect(idsOf(node('a', tunnel, { kernelModules: { vxlan: 'missing' }, ...ubuntu }))).toEqual([]);
    expect(idsOf(node('a', tunnel, lacking))).toEqual([]);
  });

  it('lets no module in that the catalogue does not know, because it would get into a file', () => {
    const kernelModules = { 'x\n$(reboot)': 'blacklisted', vxlan: 'loaded' } as const;
    expect(guideSituation([node('a', ['vxlan-tunnel', 'x'], { kernelModules })]).modules).toEqual({
      loaded: ['vxlan'],
    });
  });
});
