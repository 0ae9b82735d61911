import { buildFleet } from '../../fleet/build-fleet';
import { columnsOf } from '../../fleet/columns';
import { nodeObject } from '../../testing/cluster-objects';
import { finding, reportObject, testNow } from '../../testing/reports';
import { WhatIfJudge } from '../../fleet/what-if/what-if-fleet';
import { toCsv, toJson } from './export-rows';

const fleet = buildFleet(
  [nodeObject('a'), nodeObject('=cmd|calc!A1'), nodeObject('silent, "really"', { osImage: '' })],
  [
    reportObject('a', { findings: [finding('firewalld-disabled Fail FirewalldActive', { observed: 'active' })] }),
    reportObject('=cmd|calc!A1'),
  ],
  [],
  testNow,
);

describe('toCsv', () => {
  const lines = toCsv(fleet.rows, columnsOf(fleet)).split('\r\n');

  it('gives a line per node and a column per requirement', () => {
    expect(lines[0]).toMatch(
      /^node,pool,operatingSystem,verdict,connectivity,observedAt,waived,processor-architecture-supported,/,
    );
    const at = lines[0]!.split(',').indexOf('firewalld-disabled');
    expect(lines[1]!.split(',').slice(0, 7)).toEqual([
      'a',
      'worker',
      'RHCOS 4.20',
      'NotReady',
      'Verified',
      '2026-11-22T11:59:00.000Z',
      '',
    ]);
    expect(lines[1]!.split(',')[at]).toBe('Fail');
  });

  it('makes text of what a spreadsheet would run', () => {
    expect(lines[2]).toMatch(/^'=cmd\|calc!A1,/);
  });

  it('quotes commas and quotation marks, and leaves a node without report empty', () => {
    expect(lines[3]).toMatch(/^"silent, ""really""",worker,,NoReport,NotVerified,,+$/);
  });
});

describe('a what-if in a file', () => {
  const whatIf = 'dataplane:BPF';
  const judged = new WhatIfJudge({ dataplane: 'BPF' }).fleet(fleet);

  it('is named on every line, beside the verdict of the current state', () => {
    const lines = toCsv(judged.rows, columnsOf(judged), whatIf).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/,whatIf,verdictAtPresent$/);
    expect(lines.slice(1).map((line) => line.split(',').slice(-2))).toEqual([
      [whatIf, 'NotReady'],
      [whatIf, 'Ready'],
      [whatIf, 'NoReport'],
    ]);
  });

  it('is named with every node', () => {
    const nodes = JSON.parse(toJson(judged.rows, whatIf)) as {
      whatIf: string;
      verdict: string;
      verdictAtPresent: string;
    }[];
    expect(nodes.map((node) => [node.whatIf, node.verdictAtPresent])).toEqual([
      [whatIf, 'NotReady'],
      [whatIf, 'Ready'],
      [whatIf, 'NoReport'],
    ]);
  });
});

describe('toJson', () => {
  it('gives all findings of a node', () => {
    const [first] = JSON.parse(toJson(fleet.rows)) as { findings: unknown[] }[];
    expect(first?.findings).toContainEqual({
      requirement: 'firewalld-disabled',
      verdict: 'Fail',
      reason: 'FirewalldActive',
      observed: 'active',
    });
  });
});
