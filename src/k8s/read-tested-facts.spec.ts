import { stockValues } from '../../requirements/test/stock-host';
import { readApiAccess, readFlowTests } from './read-tested-facts';

const { flowTests, apiAccess } = stockValues;
const peer = {
  ...{ peer: 'worker-2', key: 7, outcome: 'filtered', said: 'no answer' },
  ...{ firstAt: 1, failedAt: 2, recentAt: 3, lastAt: 4, proven: true },
};
const flow = { flow: 'vxlan-IPv4', needed: 4, tested: 4, blocked: 1, covered: 3, failing: [peer] };
const testsOf = (...flows: readonly unknown[]) => ({ peers: 4, since: 1, allPairsBy: 2, flows });

describe('what a report says of flows', () => {
  it('is read as it was written', () => {
    expect(readFlowTests(flowTests)).toEqual(flowTests);
    expect(readFlowTests(testsOf(flow))).toEqual(testsOf(flow));
  });

  it.each([
    ['a flow of a later agent', { ...flow, flow: 'geneve-IPv4' }],
    ['an outcome of a later agent', { ...flow, failing: [{ ...peer, outcome: 'delayed' }] }],
    ['a reason of a later agent', { ...flow, untested: 'no-time' }],
    ['a peer without a name', { ...flow, failing: [{ ...peer, peer: '' }] }],
    ['a time that is none', { ...flow, failing: [{ ...peer, lastAt: 'now' }] }],
    ['a count below nothing', { ...flow, tested: -1 }],
    ['no list of failing peers', { ...flow, failing: {} }],
  ])('leaves out %s, and keeps the other flows', (_name, odd) => {
    expect(readFlowTests(testsOf(odd, flow))).toEqual(testsOf(flow));
  });

  it.each([undefined, null, 7, [], {}, { ...flowTests, peers: null }])('is nothing where it is %j', (value) => {
    expect(readFlowTests(value)).toBeUndefined();
  });
});

describe('what a report says of the API', () => {
  it('is read as it was written', () => {
    expect(readApiAccess(apiAccess)).toEqual(apiAccess);
  });

  it('takes words of a later agent for those that say least', () => {
    const [way] = apiAccess.ways;
    expect(readApiAccess({ ...apiAccess, calico: 'mirrored', ways: [{ ...way, outcome: 'slow' }] })).toMatchObject({
      calico: 'unknown',
      ways: [{ outcome: 'failed' }],
    });
  });

  it.each([undefined, null, 'all', {}, { ...apiAccess, ways: [{}] }, { ...apiAccess, ways: {} }])(
    'is nothing where it is %j',
    (value) => {
      expect(readApiAccess(value)).toBeUndefined();
    },
  );
});
