import { auditedRequests, countedByKind, countedBySecond, isWrite } from './audit-log';

const line = (stage: string, verb: string, at: string, resource = 'nodereports', subresource?: string): string =>
  JSON.stringify({
    stage,
    verb,
    user: { username: 'system:serviceaccount:default:agent' },
    objectRef: { resource, ...(subresource !== undefined && { subresource }) },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: at,
  });

describe('the audit log', () => {
  const requests = auditedRequests([
    line('ResponseComplete', 'patch', '2026-01-01T00:00:00.100000Z', 'nodereports', 'status'),
    line('ResponseStarted', 'watch', '2026-01-01T00:00:00.900000Z'),
    line('ResponseComplete', 'watch', '2026-01-01T00:00:00.900000Z'),
    line('ResponseComplete', 'patch', '2026-01-01T00:00:02.000000Z', 'nodereports', 'status'),
    '',
  ]);

  it('has each request once, a watch when it begins', () => {
    expect(countedByKind(requests)).toEqual([
      ['patch nodereports/status', 2],
      ['watch nodereports', 1],
    ]);
  });

  it('tells how many came in each second', () => {
    expect(countedBySecond(requests, Date.parse('2026-01-01T00:00:00Z'))).toEqual([2, 0, 1]);
    expect(countedBySecond(requests, Date.parse('2026-01-01T00:00:01Z'))).toEqual([0, 1]);
  });

  it('knows writes from reads', () => {
    expect(requests.map(isWrite)).toEqual([true, false, true]);
  });
});
