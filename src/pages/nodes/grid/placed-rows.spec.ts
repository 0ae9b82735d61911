import { placedRows } from './placed-rows';

const ends = (rows: readonly number[]) => [rows[0], rows.at(-1), rows.length];

describe('the rows that are in the table', () => {
  it('are all, wherever the view is, of as many as a page of nodes has', () => {
    expect(ends(placedRows(200, { startIndex: 90, endIndex: 110 }, [0]))).toEqual([0, 199, 200]);
    expect(placedRows(200, null, [])).toHaveLength(200);
    expect(placedRows(0, null, [0, -1])).toEqual([]);
  });

  it.each([
    ['at the top', { startIndex: 0, endIndex: 20 }, [0, 199, 200]],
    ['in the middle', { startIndex: 1250, endIndex: 1270 }, [1100, 1399, 300]],
    ['where a block ends', { startIndex: 1290, endIndex: 1310 }, [1100, 1499, 400]],
    ['at the end', { startIndex: 4980, endIndex: 4999 }, [4800, 4999, 200]],
    ['before anything is measured', null, [0, 199, 200]],
  ])('are of thousands some blocks %s', (_title, inSight, expected) => {
    expect(ends(placedRows(5000, inSight, []))).toEqual(expected);
  });

  it('are the same as long as the view stays in a block', () => {
    const at = (startIndex: number) => placedRows(5000, { startIndex, endIndex: startIndex + 20 }, []);
    expect(at(1201)).toEqual(at(1279));
  });

  it('have those among them that are kept, once and in order', () => {
    const placed = placedRows(5000, { startIndex: 1000, endIndex: 1020 }, [4999, 3, -1, 3, 1010, 5000]);
    expect([placed[0], placed[1], placed.at(-2), placed.at(-1)]).toEqual([3, 900, 1199, 4999]);
    expect(placed).toHaveLength(302);
  });
});
