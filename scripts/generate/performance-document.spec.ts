import { readFileSync } from 'node:fs';
import type { FigureRecord } from '../../agent/bench/record';
import { performanceDocument, performanceDocumentOf } from './performance-document';

const machine = { processor: 'Some', cores: 4, memory: 16, kernel: '6.1', node: 'v20' };
const before: FigureRecord = {
  day: '2026-01-01',
  machine,
  program: 'abc',
  figures: { bareNode: 50, checkCpu: 500 },
  calls: { opening: 9 },
};
const after: FigureRecord = {
  ...before,
  program: 'def',
  remarks: ['It was cold'],
  figures: { bareNode: 40, checkCpu: 200 },
  calls: { opening: 3 },
  memory: [{ minute: 1, resident: 60, anonymous: 20.5 }],
};

describe('docs/performance.md', () => {
  it('is made of the figures that are kept', () => {
    expect(readFileSync('docs/performance.md', 'utf8'), 'run npm run generate-docs').toBe(performanceDocument());
  });

  it('sets what is kept side by side, and holds the last against the targets', () => {
    const document = performanceDocumentOf([
      { name: 'before', record: before },
      { name: 'after', record: after },
    ]);

    expect(document).toContain('| One `check -o json` | 10.0 × | 5.0 × | 500 ms | 200 ms | ≤ 210 ms | met |');
    expect(document).toContain('| opening | 9 | 3 |');
    expect(document).toContain('| 1 | 60.0 MB | 20.5 MB |');
    expect(document).toContain(
      '- after: 2026-01-01, build def, on Some with 4 cores and 16 GB, Linux 6.1, Node.js v20',
    );
  });

  it('says what was not measured, where there is a target', () => {
    const document = performanceDocumentOf([{ name: 'before', record: before }]);

    expect(document).toContain('| One check, system calls | – | – | ≤ 9,000 | – |');
    expect(document).not.toContain('One check, peak memory');
    expect(document).not.toContain('## What each probe reads');
  });
});
