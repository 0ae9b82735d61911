import { readFileSync } from 'node:fs';
import { keptFigures } from '../../agent/bench/flows/flow-record';
import { flowsDocument } from './flows-document';

describe('docs/flows.md', () => {
  it('is made of the figures that are kept', () => {
    expect(readFileSync('docs/flows.md', 'utf8'), 'run npm run generate-docs').toBe(flowsDocument());
  });

  it('keeps what the plan promises', () => {
    const { plans, scenarios, quiet, controller } = keptFigures();
    const [plan] = plans;
    expect(plan).toMatchObject({ nodes: 5000, inDegree: { least: 20, most: 20 }, shards: 1 });
    expect(plan?.hoursOfAllPairs ?? Infinity).toBeLessThan(24);
    expect(plan?.visitsPerSecond ?? Infinity).toBeLessThanOrEqual(350);
    expect(plan?.listReadsPerSecond ?? Infinity).toBeLessThan(2);
    expect(scenarios.filter(({ right }) => !right)).toEqual([]);
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
    expect(quiet).toMatchObject({ days: 10, failingPairs: 0 });
    expect(Math.max(...controller.map(({ milliseconds }) => milliseconds))).toBeLessThan(10_000);
  });
});
