import type { ApiAccess, ApiWay } from '../../../src/model/traffic/api-access';
import type { RequirementId } from '../../../src/model/requirement-id';
import type { RequirementCase } from '../../requirement-case';

const service: ApiWay = { kind: 'service', address: '172.30.0.1:443', outcome: 'ready' };
const server = (last: number, changes: Partial<ApiWay> = {}): ApiWay => ({
  ...{ kind: 'server', address: `10.0.0.${last}:6443`, outcome: 'ready', ...changes },
});

type Expected = readonly [verdict: RequirementCase['verdict'], reason: string, observed?: string];

interface Situation {
  readonly when: string;
  readonly ways: readonly ApiWay[];
  readonly access?: Partial<ApiAccess>;
  readonly reach: Expected;
  readonly datastore: Expected;
}

const everyWay = (changes: Partial<ApiWay>): readonly ApiWay[] =>
  [service, server(5), server(6)].map((way) => ({ ...way, ...changes }));
const ready = '4 of 4 addresses ready';

const situations: readonly Situation[] = [
  {
    when: 'every API server is ready',
    ways: [service, server(5), server(6), server(7)],
    reach: ['Pass', 'ServersReached', ready],
    datastore: ['Pass', 'DatastoreAnswers', `${ready}; Calico’s resources: not there yet`],
  },
  {
    when: 'the API gave Calico’s resources to the node',
    ways: [service, server(5)],
    access: { calico: 'read' },
    reach: ['Pass', 'ServersReached'],
    datastore: ['Pass', 'DatastoreAnswers', '2 of 2 addresses ready; Calico’s resources: read'],
  },
  {
    when: 'the API does not tell whether it serves Calico’s resources',
    ways: [service, server(5)],
    access: { calico: 'unknown' },
    reach: ['Pass', 'ServersReached'],
    datastore: ['Unknown', 'ResourcesUnknown'],
  },
  {
    when: 'one of three API servers cannot be reached, by three tests',
    ways: [service, server(5), server(6, { outcome: 'timed-out', failing: true }), server(7)],
    reach: ['Fail', 'ServersNotReached', '10.0.0.6:6443 timed-out; 3 of 4 addresses ready'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'one of three API servers was not reached once',
    ways: [service, server(5), server(6, { outcome: 'refused', said: 'ECONNREFUSED' }), server(7)],
    reach: ['Unknown', 'TestedAgain', '10.0.0.6:6443 refused (ECONNREFUSED); 3 of 4 addresses ready'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'no way leads to the API, and it was not seen alive otherwise',
    ways: everyWay({ outcome: 'timed-out' }),
    reach: ['Unknown', 'TestedAgain'],
    datastore: ['Unknown', 'TestedAgain'],
  },
  {
    when: 'no way leads to the API, by three tests, while it was alive',
    ways: everyWay({ outcome: 'timed-out', failing: true }),
    reach: ['Fail', 'ServersNotReached'],
    datastore: ['Fail', 'NoServerReady'],
  },
  {
    when: 'only the address of the service does not answer',
    ways: [{ ...service, outcome: 'unreachable', failing: true }, server(5)],
    reach: ['Warn', 'ServiceAddressNotReached'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'something else answers at the address of the service',
    ways: [{ ...service, outcome: 'other-authority', failing: true }, server(5)],
    reach: ['Fail', 'AnswersAreAnothers'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'an API server is not ready',
    ways: [service, server(5), server(6, { outcome: 'not-ready', said: '500', failing: true })],
    reach: ['Pass', 'ServersReached', '10.0.0.6:6443 not-ready (500); 2 of 3 addresses ready'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'no API server is ready, by three tests',
    ways: everyWay({ outcome: 'not-ready', said: '500', failing: true }),
    reach: ['Pass', 'ServersReached'],
    datastore: ['Fail', 'NoServerReady'],
  },
  {
    when: 'the API does not take the agent’s token',
    ways: everyWay({ outcome: 'denied', said: '401', failing: true }),
    reach: ['Pass', 'ServersReached'],
    datastore: ['Unknown', 'AccessDenied'],
  },
  {
    when: 'the API servers could not be listed',
    ways: [service],
    access: { serversListed: false },
    reach: ['Unknown', 'ServersNotListed'],
    datastore: ['Pass', 'DatastoreAnswers'],
  },
  {
    when: 'no way to the API is known',
    ways: [],
    reach: ['Unknown', 'NotTested', 'TCP 6443: not tested'],
    datastore: ['Unknown', 'NotTested', 'not tested'],
  },
];

/** Cases of the way to the Kubernetes API, by what the agent tested. */
export const apiCases: readonly RequirementCase[] = situations.flatMap(({ when, ways, access, ...expected }) => {
  const apiAccess: ApiAccess = { testedAt: 1_767_225_900, serversListed: true, calico: 'absent', ...access, ways };
  const caseOf = (requirement: RequirementId, [verdict, reason, observed]: Expected): RequirementCase => ({
    ...{ requirement, when, facts: { apiAccess }, verdict, reason },
    ...(observed !== undefined && { observed }),
  });
  return [
    caseOf('kube-apiserver-reachable', expected.reach),
    caseOf('kubernetes-datastore-available', expected.datastore),
  ];
});
