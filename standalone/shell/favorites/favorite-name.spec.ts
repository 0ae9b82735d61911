import { describe, expect, it } from 'vitest';
import { nameProblem, proposedName } from './favorite-name';

describe('the name of a favorite', () => {
  it.each([
    ['Keep NetworkManager off Calico interfaces', '/calico-readiness/guides/networkmanager', undefined],
    ['Nodes · Calico', '/calico-readiness/nodes', 'Nodes - Calico'],
    [undefined, '/calico-readiness/nodes', 'nodes'],
    [undefined, '/k8s/cluster/group~v1~Kind', 'Kind'],
  ])('is proposed from the title %j of %s as the console does', (title, path, expected) => {
    expect(proposedName(title, path)).toBe(expected ?? title);
  });

  it.each([
    ['  ', /required/],
    ['a/b', /only contain/],
    ['Mine ', /already exists/],
    ['Yours', null],
  ])('%j is accepted only where the console accepts it', (name, problem) => {
    const found = nameProblem(name, [{ name: 'Mine', url: '/' }]);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});
