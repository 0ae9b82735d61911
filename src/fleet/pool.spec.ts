import { poolOf, selects } from './pool';
import { poolObject } from '../testing/cluster-objects';

const roles = (...names: string[]) => Object.fromEntries(names.map((name) => [`node-role.kubernetes.io/${name}`, '']));
const pools = ['master', 'worker', 'infra'].map((name) => poolObject(name));

describe('poolOf', () => {
  it.each([
    ['a worker', roles('worker'), { name: 'worker', managed: true }],
    ['a worker that is infra as well', roles('worker', 'infra'), { name: 'infra', managed: true }],
    [
      'a control plane node that takes work',
      roles('master', 'control-plane', 'worker'),
      { name: 'master', managed: true },
    ],
    ['a role without a pool', roles('storage'), { name: 'storage', managed: false }],
    ['a node without a role', {}, null],
  ])('finds the pool of %s', (_title, labels, pool) => {
    expect(poolOf(labels, pools)).toEqual(pool);
  });

  it('takes the role where there are no pools', () => {
    expect(poolOf(roles('worker', 'control-plane'), [])).toEqual({ name: 'control-plane', managed: false });
  });
});

describe('selects', () => {
  it.each([
    ['In', { key: 'zone', operator: 'In', values: ['a'] }, true],
    ['NotIn', { key: 'zone', operator: 'NotIn', values: ['a'] }, false],
    ['NotIn of a missing label', { key: 'rack', operator: 'NotIn', values: ['a'] }, true],
    ['Exists', { key: 'zone', operator: 'Exists' }, true],
    ['DoesNotExist', { key: 'zone', operator: 'DoesNotExist' }, false],
    ['an operator of tomorrow', { key: 'zone', operator: 'Resembles' }, false],
  ])('understands %s', (_title, expression, expected) => {
    expect(selects({ matchExpressions: [expression] }, { zone: 'a' })).toBe(expected);
  });

  it('selects nothing without a selector', () => {
    expect([selects(undefined, { zone: 'a' }), selects({}, { zone: 'a' })]).toEqual([false, false]);
  });
});
