import { notTested } from '@calico-readiness/requirements';
import { ApiError } from '../api-error';
import { ApiAccessTests } from './api-access-tests';
import { ownEndpointSlice } from './api-addresses';
import { calicoResourcesOf } from './calico-resources';

/** An API that answers these paths, with an object or a status, and no other. */
const apiOf = (answers: Readonly<Record<string, object | number>>, allowed = true) => ({
  get: (path: string): Promise<object> => {
    const answer = answers[path] ?? 404;
    return typeof answer === 'number' ? Promise.reject(new ApiError(answer, 'no')) : Promise.resolve(answer);
  },
  create: () => Promise.resolve({ status: { allowed } }),
});

const group = '/apis/crd.projectcalico.org/v1';
const object = `${group}/clusterinformations/default`;

describe("Calico's resources", () => {
  it.each([
    ['are absent where the API knows none of their groups', apiOf({}), 'absent'],
    ['are read where the node may have one', apiOf({ [group]: {}, [object]: {} }), 'read'],
    ['are served where it may not', apiOf({ [group]: {} }, false), 'served'],
    ['are served before there is the object', apiOf({ [group]: {} }), 'served'],
    ['are served by an API server of their own', apiOf({ '/apis/projectcalico.org/v3': {} }), 'served'],
    ['are unknown where the API does not tell', apiOf({ [group]: 500 }), 'unknown'],
    ['are unknown where the object cannot be had', apiOf({ [group]: {}, [object]: 503 }), 'unknown'],
  ])('%s', async (_name, api, expected) => {
    expect(await calicoResourcesOf(api)).toBe(expected);
  });
});

describe('tests of the way to the API', () => {
  const now = (): number => 1_767_225_900_500;
  const random = (): number => 0;

  it('say nothing before the first, and nothing without a login', async () => {
    const login = { login: () => Promise.reject(new Error('no token')) };
    const tests = new ApiAccessTests({ client: apiOf({}), login, random, now });
    expect(tests.fact).toEqual(notTested('agent'));
    await tests.test();
    expect(tests.fact).toEqual(notTested('agent'));
  });

  it('name each address once, and say when they were done and whether the servers could be listed', async () => {
    const login = { login: () => Promise.resolve({}) };
    // Nothing listens on tcpmux's port.
    const endpoints = [{ addresses: ['127.0.0.1'] }];
    const slice = { endpoints, ports: [{ port: 1 }] };
    const refused = { address: '127.0.0.1:1', outcome: 'refused', said: 'ECONNREFUSED' };

    const tests = new ApiAccessTests({
      client: apiOf({ [ownEndpointSlice]: slice }),
      login,
      service: '127.0.0.1:1',
      random,
      now,
    });
    await tests.test();

    expect(tests.fact).toMatchObject({
      value: {
        testedAt: 1_767_225_900,
        ways: [
          { kind: 'service', ...refused },
          { kind: 'server', ...refused },
        ],
        serversListed: true,
        calico: 'absent',
      },
    });
    const blind = new ApiAccessTests({ client: apiOf({ [ownEndpointSlice]: 403 }), login, random, now });
    await blind.test();
    expect(blind.fact).toMatchObject({ value: { ways: [], serversListed: false } });
  });
});
