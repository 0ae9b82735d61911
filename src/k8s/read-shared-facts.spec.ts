import { readReportedFacts } from './read-reported-facts';
import { readSharedFacts, untestedFacts } from './read-shared-facts';

const ofKind = { architecture: 'x86_64', cgroup2Supported: true };
const tested = (covered: number) => ({
  ...ofKind,
  flowTests: {
    ...{ peers: 9, since: 1, allPairsBy: 2 },
    flows: [{ flow: 'bgp-IPv4', needed: 9, tested: 9, blocked: 0, covered, failing: [] }],
  },
});

describe('facts of nodes of one kind', () => {
  it('are the same object where nothing was tested', () => {
    expect(readSharedFacts({ ...ofKind })).toBe(readSharedFacts({ ...ofKind }));
    expect(untestedFacts(readSharedFacts(ofKind))).toBe(readSharedFacts(ofKind));
  });

  it('say what each node tested, and share everything else', () => {
    const [one, other] = [readSharedFacts(tested(3)), readSharedFacts(tested(4))];
    expect(one).toEqual(readReportedFacts(tested(3)));
    expect(other.flowTests?.flows[0]?.covered).toBe(4);
    expect(untestedFacts(one)).toBe(untestedFacts(other));
    expect(untestedFacts(one)).toEqual(readReportedFacts(ofKind));
  });

  it('are shared without the tests also where they were read in another way', () => {
    expect(untestedFacts(readReportedFacts(tested(3)))).toBe(readSharedFacts(ofKind));
  });

  it.each([undefined, null, 7, 'facts', []])('are none in %j', (value) => {
    expect(readSharedFacts(value)).toEqual({});
  });
});
