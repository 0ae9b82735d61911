import { nodeObject, poolObject } from '../../testing/cluster-objects';
import { finding, reportObject, testNow } from '../../testing/reports';
import { buildFleet } from '../build-fleet';
import { waiverTargets } from './waiver-targets';

const hostname = (name: string) => ({ labels: { 'kubernetes.io/hostname': name } });
const firewalld = finding('firewalld-disabled Fail FirewalldActive');
const nodes = [
  nodeObject('w1', hostname('w1')),
  nodeObject('w2', hostname('w2')),
  nodeObject('i1', { role: 'infra', ...hostname('i1') }),
  nodeObject('m1', { role: 'master', ...hostname('m1') }),
];
const reports = [
  reportObject('w1', { findings: [firewalld] }),
  reportObject('w2'),
  reportObject('i1', { findings: [firewalld] }),
  reportObject('m1', { findings: [firewalld] }),
];
const pools = ['worker', 'infra', 'master'].map((name) => poolObject(name));
const targetsOf = (name: string, [given, known] = [nodes, pools]) => {
  const fleet = buildFleet(given, reports, known, testNow);
  return waiverTargets(
    fleet,
    fleet.rows.find((row) => row.name === name)!,
    'firewalld-disabled',
  );
};

describe('what a waiver can be for', () => {
  it('is the node, its pool or all, with how many nodes that covers', () => {
    expect(targetsOf('w1').map(({ kind, nodes: selected, unmet }) => [kind, selected, unmet])).toEqual([
      ['node', 1, 1],
      ['pool', 2, 1],
      ['all', 4, 3],
    ]);
  });

  it('is of the pool worker without the nodes of custom pools, which are workers as well', () => {
    const [, pool] = targetsOf('w1');
    expect(pool?.selector).toEqual({
      matchLabels: { 'node-role.kubernetes.io/worker': '' },
      matchExpressions: [{ key: 'node-role.kubernetes.io/infra', operator: 'DoesNotExist' }],
    });
    expect(pool?.ofOtherPools).toBe(0);
  });

  it('is of a role where there are no pools', () => {
    expect(targetsOf('m1', [nodes, []])[1]?.selector).toEqual({
      matchExpressions: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }],
    });
  });

  it('is not the node where its labels do not tell it apart', () => {
    const same = nodes.map((node) => nodeObject(node.metadata!.name!, hostname('localhost')));
    expect(targetsOf('w1', [same, pools]).map(({ kind }) => kind)).toEqual(['pool', 'all']);
    expect(targetsOf('w1', [[nodeObject('w1')], pools]).map(({ kind }) => kind)).toEqual(['pool', 'all']);
  });
});
