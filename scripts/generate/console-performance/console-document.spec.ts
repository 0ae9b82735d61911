import { readFileSync } from 'node:fs';
import type { ConsoleRecord } from '../../../integration-tests/bench/figures';
import { consoleDocument } from './console-document';

const record: ConsoleRecord = {
  console: '4.22',
  isReal: false,
  nodes: 5000,
  runs: 3,
  day: '2026-01-01',
  machine: { processor: 'Some', cores: 4, memory: 16, kernel: '6.1', node: 'v20' },
  browser: 'Chromium 130',
  figures: {
    yardstick: { firstRows: 1000, complete: 4000, heap: 150 },
    matrix: { firstRows: 900, complete: 1200, heap: 60.5, longestTask: 80 },
  },
  notMeasured: ['matrix, a what-if: the what-if did not come'],
};

describe('docs/console-performance.md', () => {
  it('is made of the figures that are kept', () => {
    expect(readFileSync('docs/console-performance.md', 'utf8'), 'run npm run generate-docs').toBe(consoleDocument());
  });

  it('sets our pages beside the yardstick, and says where targets are met', () => {
    const document = consoleDocument([record]);
    expect(document).toContain('## 5,000 nodes, console 4.22');
    expect(document).toContain('| Matrix, first rows | 900 ms | 1,000 ms | 0.90 | ≤ 0.7 × | not met |');
    expect(document).toContain('| Matrix, complete data | 1,200 ms | 4,000 ms | 0.30 | ≤ 0.3 × | met |');
    expect(document).toContain('| Matrix, heap | 60.5 MB | 150 MB | 0.40 | ≤ 0.7 × | met |');
    expect(document).toContain('medians of 3, on Some with 4 cores and 16 GB');
  });

  it('says of fewer nodes what was measured, and nothing of targets', () => {
    const document = consoleDocument([{ ...record, nodes: 2000 }]);
    expect(document).toContain('## 2,000 nodes, console 4.22');
    expect(document).toContain('| Matrix, first rows | 900 ms | 1,000 ms | 0.90 |\n');
    expect(document).not.toMatch(/\bmet\b|target \||not measured \|/);
  });

  it('says what was not measured, and why', () => {
    const document = consoleDocument([record]);
    expect(document).toContain('| Matrix, what-if once its data are there | – | – | – | ≤ 200 ms | not measured |');
    expect(document).toContain('Not measured: matrix, a what-if: the what-if did not come.');
  });

  it('says so where no figures are kept', () => {
    expect(consoleDocument([])).toContain('No figures are kept yet.');
  });
});
