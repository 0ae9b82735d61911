import { buildFleet } from './build-fleet';
import { causesOf } from './causes';
import { nodeObject } from '../testing/cluster-objects';
import { finding, isoAgo, reportObject, testNow, untestedFlows } from '../testing/reports';

const firewalld = finding('firewalld-disabled Fail FirewalldActive');

describe('causesOf', () => {
  it('groups by requirement and reason: blocking first, then undecided, then what does not block, most nodes first', () => {
    const findingsByNode: Record<string, Parameters<typeof finding>[0][]> = {
      a: ['ip-sets Fail ModuleMissing', 'linux-distribution-supported Warn NotListed'],
      b: ['firewalld-disabled Fail FirewalldActive', 'linux-distribution-supported Warn NotListed'],
      c: ['firewalld-disabled Fail FirewalldActive', 'linux-distribution-supported Warn NotListed'],
      d: ['firewalld-disabled Unknown EvidenceDenied'],
    };
    const fleet = buildFleet(
      Object.keys(findingsByNode).map((name) => nodeObject(name)),
      Object.entries(findingsByNode).map(([name, texts]) =>
        reportObject(name, { findings: texts.map((text) => finding(text)) }),
      ),
      [],
      testNow,
    );
    expect(
      causesOf(fleet).map(({ requirement, reason, bearing, rows }) => [requirement, reason, bearing, rows.length]),
    ).toEqual([
      ['firewalld-disabled', 'FirewalldActive', 'blocks', 2],
      ['ip-sets', 'ModuleMissing', 'blocks', 1],
      ['firewalld-disabled', 'EvidenceDenied', 'undecided', 1],
      ['linux-distribution-supported', 'NotListed', 'does-not-block', 3],
    ]);
  });

  it('puts what one root keeps from being met into one cause, whatever each node has of it', () => {
    const notInstalled = (...ids: string[]) => ids.map((id) => finding(`${id} Fail ModuleNotInstalled`));
    const fleet = buildFleet(
      ['a', 'b', 'c'].map((name) => nodeObject(name)),
      [
        reportObject('a', { findings: notInstalled('ip-sets', 'match-set', 'match-mark') }),
        reportObject('b', { findings: [...notInstalled('ip-sets', 'conntrack'), firewalld] }),
        reportObject('c', { findings: notInstalled('ip-sets') }),
      ],
      [],
      testNow,
    );
    const requirements = ['conntrack', 'ip-sets', 'match-mark', 'match-set'];
    expect(
      causesOf(fleet).map((cause) => [
        cause.root?.id,
        [...cause.requirements].sort(),
        cause.bearing,
        cause.rows.length,
      ]),
    ).toEqual([
      ['kernel-modules-not-installed', requirements, 'blocks', 2],
      [undefined, ['firewalld-disabled'], 'blocks', 1],
      [undefined, ['ip-sets'], 'blocks', 1],
    ]);
  });

  it('counts no stale report', () => {
    const fleet = buildFleet([nodeObject('a')], [reportObject('a', { age: 9999, findings: [firewalld] })], [], testNow);
    expect(causesOf(fleet)).toEqual([]);
  });

  it('leaves flows that nobody has tested to the connectivity line', () => {
    const fleet = buildFleet([nodeObject('a')], [reportObject('a', { findings: untestedFlows() })], [], testNow);
    expect(causesOf(fleet)).toEqual([]);
  });

  it('says since when, where, and on which system when a MachineConfig would not reach it', () => {
    const since = [isoAgo(500), isoAgo(900), undefined];
    const rhel = { facts: { operatingSystem: { id: 'rhel', versionId: '9.4' } } };
    const fleet = buildFleet(
      [nodeObject('a', { role: 'infra' }), nodeObject('b'), nodeObject('c')],
      ['a', 'b', 'c'].map((name, index) =>
        reportObject(name, {
          findings: [{ ...firewalld, ...(since[index] && { since: since[index] }) }],
          status: name === 'a' ? {} : rhel,
        }),
      ),
      [],
      testNow,
    );
    const [cause] = causesOf(fleet);
    expect([cause?.since, cause?.pools]).toEqual([
      testNow - 900_000,
      [
        { name: 'worker', nodes: 2, system: 'RHEL 9.4' },
        { name: 'infra', nodes: 1, system: null },
      ],
    ]);
  });

  it('takes an undecided requirement that nobody knows for one that may be required', () => {
    const fleet = buildFleet(
      [nodeObject('a')],
      [reportObject('a', { findings: [finding('of-tomorrow Unknown Odd')] })],
      [],
      testNow,
    );
    expect(causesOf(fleet).map(({ requirement, bearing }) => [requirement, bearing])).toEqual([
      ['of-tomorrow', 'undecided'],
    ]);
  });
});
