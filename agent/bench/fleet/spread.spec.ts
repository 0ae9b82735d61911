import type { AuditedRequest } from './audit-log';
import { spreadOf } from './spread';

const request = (second: number, verb = 'get', status = 200): AuditedRequest => ({
  receivedAt: second * 1000,
  verb,
  resource: 'nodereports',
  user: 'agent',
  status,
});

describe('how requests spread', () => {
  it('is counted from the first one on', () => {
    const requests = [
      request(12),
      request(12.5, 'patch'),
      request(14),
      request(19, 'create', 429),
      request(19, 'get', 404),
    ];
    expect(spreadOf(requests, 10_000)).toEqual({
      requests: 5,
      writes: 2,
      seconds: 8,
      busiest: 2,
      busiestWrites: 1,
      half: 3,
      refused: { '429': 1 },
    });
  });

  it('is nothing where nobody asked', () => {
    expect(spreadOf([], 0)).toEqual({
      requests: 0,
      writes: 0,
      seconds: 0,
      busiest: 0,
      busiestWrites: 0,
      half: 0,
      refused: {},
    });
  });
});
