import fc from 'fast-check';
import { arbitraryFacts, arbitraryProfile } from '../../test/arbitrary-facts';
import { stockHost, stockValues } from '../../test/stock-host';
import { declareProfile } from '../model/declare-profile';
import { unavailable } from '../model/fact';
import { flowKeys } from '../model/traffic/flow';
import type { FailingFlowPeer } from '../model/traffic/flow-tests';
import { hostFactNames } from '../model/host-facts';
import type { ModuleLoading } from '../model/module-loading';
import type { ReportedFacts } from '../model/report/reported-facts';
import { evaluateNode } from './evaluate-node';
import { notTested } from './left-out-facts';
import { fromReportedFacts, toReportedFacts } from './reported-facts';

describe('toReportedFacts', () => {
  it('carries modules by state, symbols by value, and gaps with their reason', () => {
    const facts = {
      ...stockHost({
        kernelModules: { vxlan: 'loaded', ip_set: 'built-in', ipip: 'loaded' },
        kernelConfiguration: { BPF: 'y', XDP_SOCKETS: 'm', VXLAN: 'm', CGROUP_BPF: 'n' },
      }),
      lockdown: unavailable('denied', '/sys/kernel/security/lockdown'),
      listeners: unavailable('failed', '/proc/1/net/tcp', 'odd'),
    };
    const reported = toReportedFacts(facts);
    expect(reported.kernelModules).toEqual({ loaded: ['ipip', 'vxlan'], 'built-in': ['ip_set'] });
    expect(reported.kernelConfiguration).toEqual({ y: ['BPF'], m: ['XDP_SOCKETS'], n: ['CGROUP_BPF'] });
    expect(reported.capabilities).toEqual(['net_admin', 'sys_admin']);
    expect(reported.networkManager).toEqual(stockValues.networkManager);
    expect(reported.unavailable).toEqual([
      { fact: 'lockdown', reason: 'denied', source: '/sys/kernel/security/lockdown' },
      { fact: 'listeners', reason: 'failed', source: '/proc/1/net/tcp', detail: 'odd' },
    ]);
    expect(reported).not.toHaveProperty('lockdown');
  });

  it('names the units that are not installed, and writes out the state of each other', () => {
    const absent = { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false } as const;
    const written = {
      'firewalld.service': { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true },
      'nftables.service': { ...absent, active: null },
      'csf.service': { ...absent, rulesEnabled: true },
    } as const;
    const services = { ...written, 'ufw.service': absent };

    const reported = toReportedFacts(stockHost({ services }));

    expect(reported).toMatchObject({ services: written, servicesNotInstalled: ['ufw.service'] });
    expect(reported.services).not.toHaveProperty('ufw.service');
    expect(fromReportedFacts(reported).services).toMatchObject({ value: services });
    expect(
      fromReportedFacts({ services: written, servicesNotInstalled: ['firewalld.service'] }).services,
    ).toMatchObject({
      value: { 'firewalld.service': { active: true } },
    });
  });

  it('has no list of gaps when everything was seen', () => {
    expect(toReportedFacts(stockHost())).not.toHaveProperty('unavailable');
  });
});

describe('what only traffic shows', () => {
  it('takes no room in a report where nobody tested it, and is not tested for its reader', () => {
    const reported = toReportedFacts(stockHost());
    expect(reported).not.toHaveProperty('unavailable');
    const { flowTests, apiAccess } = fromReportedFacts(reported);
    expect([flowTests, apiAccess]).toEqual([notTested('NodeReport'), notTested('NodeReport')]);
  });

  it('is a gap as any other where a test went wrong', () => {
    const facts = { ...stockHost(), apiAccess: unavailable('failed', 'API', 'odd') };
    const reported = toReportedFacts(facts);
    expect(reported.unavailable).toEqual([{ fact: 'apiAccess', reason: 'failed', source: 'API', detail: 'odd' }]);
    expect(fromReportedFacts(reported).apiAccess).toEqual(facts.apiAccess);
  });

  it('names forty failing peers at most, of each flow as many as of another, the proven first', () => {
    const peers = Array.from({ length: 10 }, (_none, key) => failingPeer(key, key >= 8));
    const flows = flowKeys.slice(0, 6).map((flow, index) => ({ ...tested, flow, failing: peers.slice(index * 2 - 2) }));
    const flowTests = {
      peers: 20,
      since: 1,
      allPairsBy: 2,
      flows: [...flows, { ...tested, flow: 'typha-IPv6' as const }],
    };

    const named = toReportedFacts(stockHost({ flowTests })).flowTests!.flows.map(({ failing }) => failing);

    expect(named.map((failing) => failing.length)).toEqual([2, 10, 8, 6, 4, 2, 0]);
    const many = flows.map((flow) => ({ ...flow, failing: peers }));
    const cut = toReportedFacts(stockHost({ flowTests: { ...flowTests, flows: many } })).flowTests!.flows;
    expect(cut.map(({ failing }) => failing.length)).toEqual([7, 7, 7, 7, 6, 6]);
    expect(cut.map(({ failing }) => failing.slice(0, 3).map(({ key }) => key))).toEqual(many.map(() => [8, 9, 0]));
  });
});

const tested = { needed: 20, tested: 20, blocked: 0, covered: 20, failing: [] } as const;

const failingPeer = (key: number, proven: boolean): FailingFlowPeer => ({
  peer: `worker-${String(key)}`,
  key,
  outcome: 'filtered',
  firstAt: 1,
  failedAt: 2,
  recentAt: 3,
  lastAt: 4,
  proven,
});

describe('fromReportedFacts', () => {
  it('gives the same findings as the facts themselves, whatever the profile, even through JSON', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryProfile, (facts, values) => {
        const profile = declareProfile(values, 'a test');
        const copy = fromReportedFacts(JSON.parse(JSON.stringify(toReportedFacts(facts))) as ReportedFacts);
        expect(evaluateNode(copy, profile)).toEqual(evaluateNode(facts, profile));
      }),
    );
  });

  it('takes a fact that the report does not carry for unavailable', () => {
    const facts = fromReportedFacts({ architecture: 'x86_64' });
    expect(facts.architecture).toEqual({ status: 'observed', value: 'x86_64', source: 'NodeReport' });
    expect(hostFactNames.filter((name) => facts[name].status === 'observed')).toEqual([
      'architecture',
      'systemdNetworkd',
      'ruleLoaders',
      'moduleLoading',
    ]);
  });

  it('takes the loading of modules, of which a report or an earlier agent says nothing, for an ordinary one', () => {
    expect(fromReportedFacts({}).moduleLoading).toMatchObject({ value: { program: 'unseen', atBoot: [] } });
    const gap = { fact: 'moduleLoading', reason: 'timed-out', source: 'a test' } as const;
    expect(fromReportedFacts({ unavailable: [gap] }).moduleLoading).toEqual(unavailable('timed-out', 'a test'));
  });

  it.each([
    [{ program: 'runs', atBoot: [] }, false],
    [{ program: 'unseen', atBoot: [] }, false],
    [{ program: 'unseen' }, true],
    [{ program: 'runs', atBoot: ['ip_tables'] }, true],
    [{ program: 'absent', atBoot: [] }, true],
    [{ program: 'not-executable', atBoot: [] }, true],
    [{ program: 'runs', atBoot: [], helper: '' }, true],
    [{ program: 'runs', atBoot: [], otherReleases: ['1'] }, true],
  ] satisfies [ModuleLoading, boolean][])(
    'carries the loading of modules only where it matters: %j',
    (value, carried) => {
      const reported = toReportedFacts(stockHost({ moduleLoading: value }));
      expect(reported.moduleLoading).toEqual(carried ? value : undefined);
    },
  );

  it('takes networkd, of which a report or an earlier agent says nothing, for absent, and a gap for unavailable', () => {
    expect(fromReportedFacts({}).systemdNetworkd).toEqual({
      status: 'observed',
      value: { daemon: 'absent' },
      source: 'NodeReport',
    });
    const gap = { fact: 'systemdNetworkd', reason: 'denied', source: 'etc/systemd' } as const;
    expect(fromReportedFacts({ unavailable: [gap] }).systemdNetworkd).toEqual(unavailable('denied', 'etc/systemd'));
  });

  it.each([
    [{ daemon: 'absent' }, false],
    [{ daemon: 'stopped', startsAtBoot: false }, false],
    [{ daemon: 'stopped', startsAtBoot: null, manages: {} }, true],
    [{ daemon: 'running', manages: { tunl0: true } }, true],
  ] as const)('of networkd that is %j carries something: %s', (systemdNetworkd, carried) => {
    expect('systemdNetworkd' in toReportedFacts(stockHost({ systemdNetworkd }))).toBe(carried);
  });

  it('knows false from absent', () => {
    expect(fromReportedFacts({ ipv6Enabled: false }).ipv6Enabled).toEqual({
      status: 'observed',
      value: false,
      source: 'NodeReport',
    });
  });

  it.each([
    { kernelModules: { loaded: 5 } },
    { kernelModules: 'all of them' },
    { kernelConfiguration: { y: {} } },
    { unavailable: 'nothing' },
    { unavailable: [{}] },
    { networkManager: 7, services: [], listeners: {}, capabilities: null },
  ])('survives a report that no agent wrote: %j', (reported) => {
    const facts = fromReportedFacts(reported as unknown as ReportedFacts);
    expect(Object.keys(facts)).toEqual([...hostFactNames]);
    expect(() => evaluateNode(facts, declareProfile({}, 'a test'))).not.toThrow();
  });

  it('takes the name __proto__ for a name, of a module, a symbol and a unit', () => {
    const reported = JSON.parse(
      '{"kernelModules":{"loaded":["__proto__"]},"kernelConfiguration":{"y":["__proto__"]},"services":{"__proto__":{"active":true}},"servicesNotInstalled":["a.service"]}',
    ) as ReportedFacts;
    const { kernelModules, kernelConfiguration, services } = fromReportedFacts(reported);
    const entriesOf = (fact: { readonly value?: object }) => Object.entries(fact.value ?? {});
    expect(entriesOf(kernelModules as object)).toEqual([['__proto__', 'loaded']]);
    expect(entriesOf(kernelConfiguration as object)).toEqual([['__proto__', 'y']]);
    expect(entriesOf(services as object)).toEqual([
      ['a.service', { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false }],
      ['__proto__', { active: true }],
    ]);
  });

  it('does not take malformed modules for seen ones', () => {
    expect(fromReportedFacts({ kernelModules: { loaded: 5 } } as unknown as ReportedFacts).kernelModules.status).toBe(
      'unavailable',
    );
  });
});
