import fc from 'fast-check';
import { declareProfile, nodeVerdicts, verdicts } from '@calico-readiness/requirements';
import { readNodeReport } from './read-node-report';

const status = (fields: Record<string, unknown>) => ({
  metadata: { name: 'worker-1' },
  status: { agentVersion: '1', ...fields },
});

describe('readNodeReport', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'report'],
    ['a list', []],
    ['an object without name', { status: { verdict: 'Ready' } }],
    ['an object without status', { metadata: { name: 'worker-1' } }],
    ['an object with an empty status', { metadata: { name: 'worker-1' }, status: {} }],
  ])('finds no report in %s', (_title, object) => {
    expect(readNodeReport(object)).toBeNull();
  });

  it('reads what an agent writes', () => {
    const report = readNodeReport({
      metadata: { name: 'worker-1' },
      status: {
        nodeUID: 'uid-1',
        observedAt: '2026-11-22T12:00:00Z',
        reportIntervalSeconds: 600,
        agentVersion: '0.1.0',
        catalogueVersion: '1',
        calicoVersion: 'v3.25',
        verdict: 'NotReady',
        findings: [
          {
            requirement: 'firewalld-disabled',
            verdict: 'Fail',
            reason: 'FirewalldActive',
            observed: 'active',
            since: '2026-11-21T12:00:00Z',
          },
        ],
        facts: { architecture: 'x86_64' },
      },
    });
    expect(report).toEqual({
      name: 'worker-1',
      nodeUid: 'uid-1',
      observedAt: Date.UTC(2026, 10, 22, 12),
      reportIntervalSeconds: 600,
      agentVersion: '0.1.0',
      catalogueVersion: '1',
      calicoVersion: 'v3.25',
      verdict: 'NotReady',
      connectivity: 'NotVerified',
      findings: new Map([
        [
          'firewalld-disabled',
          {
            requirement: 'firewalld-disabled',
            verdict: 'Fail',
            reason: 'FirewalldActive',
            observed: 'active',
            since: Date.UTC(2026, 10, 21, 12),
          },
        ],
      ]),
      facts: { architecture: 'x86_64' },
    });
  });

  it('keeps a requirement that this catalogue does not know, and takes a verdict that nobody knows for Unknown', () => {
    const report = readNodeReport(status({ findings: [{ requirement: 'of-tomorrow', verdict: 'Splendid' }] }));
    expect(report?.findings.get('of-tomorrow')).toEqual({
      requirement: 'of-tomorrow',
      verdict: 'Unknown',
      reason: 'Unknown',
      observed: '',
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['says nothing', {}, 'Unknown'],
    ['has a verdict of its own making', { verdict: 'Superb' }, 'Unknown'],
    ['claims Ready without a finding', { verdict: 'Ready' }, 'Unknown'],
    [
      'claims Ready although a requirement fails',
      { verdict: 'Ready', findings: [{ requirement: 'ip-sets', verdict: 'Fail' }] },
      'NotReady',
    ],
    [
      'claims NotReady although everything passes',
      { verdict: 'NotReady', findings: [{ requirement: 'ip-sets', verdict: 'Pass' }] },
      'NotReady',
    ],
    ['is ready', { verdict: 'Ready', findings: [{ requirement: 'ip-sets', verdict: 'Pass' }] }, 'Ready'],
  ])('gives the worse of verdict and findings when a report %s', (_title, fields, verdict) => {
    expect(readNodeReport(status(fields))?.verdict).toBe(verdict);
  });

  it('keeps the worst of several findings for one requirement', () => {
    const report = readNodeReport(
      status({
        findings: ['Pass', 'Fail', 'Warn'].map((verdict) => ({ requirement: 'ip-sets', verdict, reason: verdict })),
      }),
    );
    expect([...(report?.findings.values() ?? [])]).toEqual([
      { requirement: 'ip-sets', verdict: 'Fail', reason: 'Fail', observed: '' },
    ]);
  });

  it('takes a requirement of the list of those that do not apply for one finding, unless a finding says more', () => {
    const report = readNodeReport(
      status({
        findings: [{ requirement: 'ip-sets', verdict: 'Warn', reason: 'Odd' }],
        notApplicable: ['xdp', 'ip-sets', 7, null],
      }),
    );
    expect(
      [...(report?.findings.values() ?? [])].map(({ requirement, verdict, reason }) => [requirement, verdict, reason]),
    ).toEqual([
      ['ip-sets', 'Warn', 'Odd'],
      ['xdp', 'NotApplicable', 'NotApplicable'],
    ]);
  });

  it.each([0, -1, 9, 86_401, Infinity, NaN, '900', null])(
    'takes an interval of %s for the usual one',
    (reportIntervalSeconds) => {
      expect(readNodeReport(status({ reportIntervalSeconds }))?.reportIntervalSeconds).toBe(900);
    },
  );

  it.each(['yesterday', '2026-13-45T99:00:00Z', 17, null, ''])('does not believe %s to be a time', (observedAt) => {
    expect(readNodeReport(status({ observedAt }))?.observedAt).toBeUndefined();
  });

  it('takes the owner for the node when the status does not name it', () => {
    const object = {
      metadata: {
        name: 'a',
        ownerReferences: [
          { kind: 'Pod', uid: 'p' },
          { kind: 'Node', uid: 'n' },
        ],
      },
      status: { verdict: 'Ready' },
    };
    expect(readNodeReport(object)?.nodeUid).toBe('n');
  });

  it('leaves out a profile of which one field cannot be judged by', () => {
    expect(
      readNodeReport(status({ profile: { calicoVersion: { value: 'v9.99', source: 'declared' } } }))?.profile,
    ).toBeUndefined();
  });

  it('leaves out facts of another shape than their name promises', () => {
    const facts = {
      architecture: 7,
      kernelRelease: '5.14.0',
      kernelModules: { loaded: 'ip_set' },
      networkManager: { daemon: 'dancing' },
      services: { 'firewalld.service': { load: 'loaded', enablement: 'enabled', active: 'yes' }, 'a.service': null },
      listeners: [{ protocol: 'tcp', port: 70_000, address: '::' }],
    };
    expect(readNodeReport(status({ facts }))?.facts).toEqual({
      kernelRelease: '5.14.0',
      services: { 'firewalld.service': { load: 'loaded', enablement: 'enabled', active: null, startsAtBoot: null } },
    });
  });

  it('keeps what a running daemon does with its interfaces, and whether ufw has rules', () => {
    const networkManager = { daemon: 'running', configurationFiles: [], manages: { tunl0: false, 'cali*': null } };
    const ufw = { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true };
    const facts = {
      networkManager: { ...networkManager, live: { tunl0: true, 'cali*': 'perhaps', eth0: true } },
      services: { 'ufw.service': { ...ufw, rulesEnabled: false }, 'a.service': { ...ufw, rulesEnabled: null } },
    };
    expect(readNodeReport(status({ facts }))?.facts).toEqual({
      networkManager: { ...networkManager, live: { tunl0: true } },
      services: facts.services,
    });
  });

  it('keeps what networkd takes, and does not take one of an unknown shape for absent', () => {
    const systemdNetworkd = {
      daemon: 'stopped',
      startsAtBoot: null,
      manages: { tunl0: true, 'cali*': null },
      files: { tunl0: 'etc/systemd/network/a.network' },
    };
    const odd = { ...systemdNetworkd, manages: { ...systemdNetworkd.manages, eth0: true, 'wg-v6.cali': 'perhaps' } };
    expect(readNodeReport(status({ facts: { systemdNetworkd: odd } }))?.facts).toEqual({ systemdNetworkd });
    expect(readNodeReport(status({ facts: { systemdNetworkd: 7 } }))?.facts).toEqual({
      systemdNetworkd: { daemon: 'unknown' },
    });
    expect(readNodeReport(status({ facts: {} }))?.facts).toEqual({});
  });

  it('gives the same report for the same object', () => {
    const object = status({});
    expect(readNodeReport(object)).toBe(readNodeReport(object));
  });

  it('never fails, whatever it is given', () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
    const statuses = fc.record(
      {
        observedAt: anything,
        reportIntervalSeconds: anything,
        verdict: anything,
        profile: anything,
        findings: fc.oneof(
          anything,
          fc.array(
            fc.oneof(
              anything,
              fc.record({ requirement: fc.string(), verdict: anything, reason: anything, since: anything }),
            ),
          ),
        ),
        facts: fc.oneof(
          anything,
          fc.dictionary(
            fc.constantFrom(
              'networkManager',
              'systemdNetworkd',
              'services',
              'listeners',
              'kernelModules',
              'unavailable',
            ),
            anything,
          ),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.record({ metadata: fc.constant({ name: 'worker-1' }), status: statuses })),
        (object) => {
          const report = readNodeReport(object);
          if (report === null) return;
          expect(nodeVerdicts).toContain(report.verdict);
          expect(report.reportIntervalSeconds).toBeGreaterThanOrEqual(10);
          for (const [id, finding] of report.findings) {
            expect(finding.requirement).toBe(id);
            expect(verdicts).toContain(finding.verdict);
            expect(typeof finding.reason).toBe('string');
            expect(typeof finding.observed).toBe('string');
          }
        },
      ),
    );
  });

  it('gives reports that say the same the same objects, and what is of a node alone to each its own', () => {
    const status = (uid: string) => ({
      nodeUID: uid,
      verdict: 'Ready',
      profile: declareProfile({}, 'test'),
      facts: { kernelRelease: '5.14.0', operatingSystem: { id: 'rhcos' } },
      findings: [{ requirement: 'ip-sets', verdict: 'Pass', reason: 'Met', since: '2026-01-01T00:00:00Z' }],
    });
    const one = readNodeReport({ metadata: { name: 'a' }, status: status('1') });
    const other = readNodeReport({ metadata: { name: 'b' }, status: status('2') });
    expect([other?.facts, other?.profile, other?.findings].map((part) => part !== undefined)).toEqual([
      true,
      true,
      true,
    ]);
    expect(other?.facts).toBe(one?.facts);
    expect(other?.profile).toBe(one?.profile);
    expect(other?.findings).toBe(one?.findings);
    expect([one?.nodeUid, other?.nodeUid]).toEqual(['1', '2']);
    const later = { ...status('3'), findings: [{ ...status('3').findings[0], since: '2026-01-02T00:00:00Z' }] };
    expect(readNodeReport({ metadata: { name: 'c' }, status: later })?.findings).not.toBe(one?.findings);
  });
});
