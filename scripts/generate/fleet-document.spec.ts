import { readFileSync } from 'node:fs';
import type { FleetRecord } from '../../agent/bench/fleet/fleet-figures';
import { fleetDocument } from './fleet-document';

const spread = {
  requests: 900,
  writes: 300,
  seconds: 60,
  busiest: 40,
  busiestWrites: 9,
  half: 28,
  refused: { '429': 2 },
};
const record: FleetRecord = {
  nodes: 1000,
  day: '2026-01-01',
  machine: { processor: 'Some', cores: 4, memory: 16, kernel: '6.1', node: 'v20' },
  begin: { over: 60, ...spread },
  steady: {
    minutes: 10,
    ...spread,
    refused: {},
    bytesPerWrite: 14_000,
    kinds: [],
    apiServer: { percent: 3.5, resident: 800.2 },
  },
  lists: [{ form: 'partial metadata', bytes: 1_200_000, items: 1000, milliseconds: 90 }],
  outages: [{ away: 5, ...spread }],
};

describe('docs/sizing.md', () => {
  it('is made of the figures that are kept', () => {
    expect(readFileSync('docs/sizing.md', 'utf8'), 'run npm run generate-docs').toBe(fleetDocument());
  });

  it('says of each size what was measured', () => {
    const document = fleetDocument([record]);

    expect(document).toContain('## 1,000 nodes');
    expect(document).toContain('| 10 minutes of steady state | 0.5 writes and 1.5 requests a second |');
    expect(document).toContain('| A list of all reports, partial metadata | 1.2 MB, 1,200 bytes each, 90 ms |');
    expect(document).toContain('half of them within 28 s; 2 answered with 429 |');
  });
});
