import fc from 'fast-check';
import { readReportedFlows } from './read-reported-flows';

const cell = { flow: 'vxlan-IPv4', from: 0, to: 1, tested: 800, failing: 412 };
const path = {
  kind: 'path',
  flows: ['vxlan-IPv4'],
  pairs: 412,
  grouping: 'zone',
  from: 'zone-a',
  to: 'zone-b',
  message: 'As written.',
};
const flows = { grouping: 'zone', groups: ['zone-a', 'zone-b'], cells: [cell], causes: [path] };

describe('reading what a ClusterReport says of flows', () => {
  it('takes what the controller writes', () => {
    const { message, ...told } = path;
    expect(message).toBe('As written.');
    expect(readReportedFlows(flows)).toEqual({ ...flows, causes: [{ told }], isPartial: false });
  });

  it('tells flows that nobody tested from those that cannot be read', () => {
    expect(readReportedFlows(undefined)).toBeUndefined();
    expect(readReportedFlows('nothing')).toMatchObject({ cells: [], causes: [], isPartial: true });
  });

  it.each<[string, object]>([
    ['has a flow of a newer version', { flow: 'esp-IPv4' }],
    ['lies outside the groups', { to: 2 }],
    ['lies between two groups', { from: 0.5 }],
    ['counts fewer than none', { failing: -1 }],
    ['does not say how many were tested', { tested: undefined }],
  ])('leaves out a cell that %s, and says that something is missing', (_what, changed) => {
    expect(readReportedFlows({ ...flows, cells: [cell, { ...cell, ...changed }] })).toMatchObject({
      cells: [cell],
      isPartial: true,
    });
  });

  it.each<[string, object]>([
    ['is of a kind of a newer version', { kind: 'rack' }],
    ['has no end', { to: undefined }],
    ['has a flow of a newer version', { flows: ['vxlan-IPv4', 'esp-IPv4'] }],
    ['has no flow', { flows: [] }],
    ['has no number', { pairs: 'many' }],
  ])('takes the words of the controller for a cause that %s', (_what, changed) => {
    expect(readReportedFlows({ ...flows, causes: [{ ...path, ...changed }] })).toMatchObject({
      causes: [{ message: 'As written.' }],
      isPartial: false,
    });
    expect(readReportedFlows({ ...flows, causes: [{ ...path, ...changed, message: 7 }] })).toMatchObject({
      causes: [],
      isPartial: true,
    });
  });

  it('keeps the numbers of groups that are called in a new way', () => {
    expect(readReportedFlows({ ...flows, grouping: 'rack' })).toMatchObject({ grouping: undefined, cells: [cell] });
  });

  it('says that something is missing where more is written than its definition allows', () => {
    const causes = Array.from({ length: 40 }, () => path);
    const read = readReportedFlows({ ...flows, causes });
    expect(read?.causes).toHaveLength(32);
    expect(read?.isPartial).toBe(true);
  });

  it('survives whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (groups, cells, causes) => {
        readReportedFlows({ grouping: groups, groups, cells, causes });
        readReportedFlows({ ...flows, cells: [cells], causes: [causes] });
      }),
    );
  });
});
