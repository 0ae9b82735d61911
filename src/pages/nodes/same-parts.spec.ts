import { withSameParts } from './same-parts';

const former = { filter: { name: 'a', pools: ['p'] }, expanded: ['kernel'], cell: null, page: 1 };

describe('a value with the parts of a former one', () => {
  it('is the former one where all say the same', () => {
    expect(withSameParts(former, structuredClone(former))).toBe(former);
  });

  it('takes over what says the same, and nothing else', () => {
    const next = { ...structuredClone(former), expanded: ['kernel', 'node'], page: 2 };
    const joined = withSameParts(former, next);
    expect(joined).toEqual(next);
    expect(joined.filter).toBe(former.filter);
    expect(joined.expanded).toBe(next.expanded);
  });

  it('is the next one where there is none before', () => {
    expect(withSameParts(undefined, former)).toBe(former);
  });
});
