import { isActive, navigationSections } from './navigation-sections';

const item = (id: string, extra: object = {}) => ({ id, name: id, href: `/${id}`, ...extra });
const layout = (...items: ReturnType<typeof item>[]) =>
  navigationSections(items).map(({ id, items: shown }) => [id, shown.map((one) => one.id)]);

describe('the navigation', () => {
  it('shows only sections that have items', () => {
    expect(layout()).toEqual([['compute', ['nodes']]]);
  });

  it.each([
    [{ section: 'compute' }, [['compute', ['nodes', 'x']]]],
    [{ section: 'compute', insertAfter: 'nodes' }, [['compute', ['nodes', 'x']]]],
    [{ section: 'compute', insertBefore: ['unknown', 'nodes'] }, [['compute', ['x', 'nodes']]]],
    [
      { section: 'networking' },
      [
        ['networking', ['x']],
        ['compute', ['nodes']],
      ],
    ],
    [
      {},
      [
        ['home', ['x']],
        ['compute', ['nodes']],
      ],
    ],
    [{ section: 'unheard-of' }, [['compute', ['nodes']]]],
  ])('puts an item with %j in its place', (extra, expected) => {
    expect(layout(item('x', extra))).toEqual(expected);
  });

  it.each([
    ['/calico-readiness', true],
    ['/calico-readiness/nodes', true],
    ['/calico-readiness-other', false],
    ['/k8s/cluster/nodes/a', false],
  ])('knows whether %s belongs to the item', (pathname, expected) => {
    expect(isActive(item('calico-readiness'), pathname)).toBe(expected);
  });

  it('takes a beginning that the item names', () => {
    expect(isActive(item('x', { startsWith: ['nodes'] }), '/k8s/cluster/nodes/a')).toBe(true);
  });
});
