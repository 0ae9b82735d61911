import { sharedByText } from './shared-by-text';

const counted = () => {
  const read = vi.fn((value: unknown) => ({ value }));
  return { read, shared: sharedByText(read) };
};

describe('sharedByText', () => {
  it('gives the same object for the same JSON, and reads it once', () => {
    const { read, shared } = counted();
    const first = shared({ a: [1], b: 'x' });
    expect(shared({ a: [1], b: 'x' })).toBe(first);
    expect(first).toEqual({ value: { a: [1], b: 'x' } });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [] }, { a: {} }],
    [{ a: null }, {}],
    [{ a: [1, 2] }, { a: [2, 1] }],
  ])('keeps %j and %j apart', (one, other) => {
    const { shared } = counted();
    expect(shared(one)).toEqual({ value: one });
    expect(shared(other)).toEqual({ value: other });
  });

  it.each([[undefined], [null], [7], ['text'], [{ a: 7n }]])('reads %o every time', (value) => {
    const { shared } = counted();
    expect(shared(value)).toEqual({ value });
  });

  it('keeps so many values at most, and none that is long', () => {
    const { read, shared } = counted();
    for (let index = 0; index < 600; index += 1) shared({ index });
    shared({ index: 0 });
    expect(read).toHaveBeenCalledTimes(601);
    shared({ index: 0 });
    expect(read).toHaveBeenCalledTimes(601);
    const long = { text: 'x'.repeat(30_000) };
    expect(shared(long)).not.toBe(shared(long));
  });
});
