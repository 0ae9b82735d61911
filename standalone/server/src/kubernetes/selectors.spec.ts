import type { KubernetesObject } from './kubernetes-object';
import { parseSelectors } from './selectors';
import { StatusError } from './status';

const node = (name: string, labels: Record<string, string>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels },
});
const nodes = [node('a', { pool: 'worker', zone: 'x' }), node('b', { pool: 'infra' }), node('c', {})];

describe('the selectors of a list', () => {
  it.each([
    ['', '', ['a', 'b', 'c']],
    ['pool=worker', '', ['a']],
    ['pool==worker', '', ['a']],
    ['pool!=worker', '', ['b', 'c']],
    ['pool', '', ['a', 'b']],
    ['!pool', '', ['c']],
    ['pool in (worker,infra)', '', ['a', 'b']],
    ['pool in (worker,infra),zone', '', ['a']],
    ['pool notin (worker)', '', ['b', 'c']],
    ['', 'metadata.name=b', ['b']],
    ['', 'metadata.name!=b', ['a', 'c']],
    ['pool', 'metadata.name=c', []],
  ])('select by labels "%s" and fields "%s"', (labels, fields, expected) => {
    expect(nodes.filter(parseSelectors(labels, fields)).map(({ metadata }) => metadata.name)).toEqual(expected);
  });

  it.each([
    ['pool=(', null],
    ['a b', null],
    [null, 'spec.nodeName=a'],
    [null, 'metadata.name'],
  ])('refuse what they do not understand: %s %s', (labels, fields) => {
    expect(() => nodes.filter(parseSelectors(labels, fields))).toThrow(StatusError);
  });
});
