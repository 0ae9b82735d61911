import { serversOf, serviceOf } from './api-addresses';

const ports = [{ name: 'https', port: 6443, protocol: 'TCP' }];

describe('the API servers of an EndpointSlice', () => {
  it.each([
    [
      { endpoints: [{ addresses: ['10.0.0.5'] }, { addresses: ['fd00::6'] }], ports },
      ['10.0.0.5:6443', '[fd00::6]:6443'],
    ],
    [{ endpoints: [{ addresses: ['10.0.0.5'], conditions: { ready: false } }], ports }, []],
    [{ endpoints: [{ addresses: ['10.0.0.5', '10.0.0.5', 7, '10.0.0.6/x'] }], ports }, ['10.0.0.5:6443']],
    [{ endpoints: [{ addresses: ['10.0.0.5'] }] }, []],
    [{ endpoints: 'all', ports: [{ port: 0 }, null] }, []],
    [{ endpoints: [null, {}, { addresses: 5 }], ports }, []],
  ])('of %j are %j', (slice, expected) => {
    expect(serversOf(slice)).toEqual(expected);
  });

  it('are fifteen at most', () => {
    const addresses = Array.from({ length: 100 }, (_none, index) => `10.0.0.${String(index)}`);
    expect(serversOf({ endpoints: [{ addresses }], ports })).toHaveLength(15);
  });
});

describe('the address of the service', () => {
  it.each([
    [{ KUBERNETES_SERVICE_HOST: '172.30.0.1', KUBERNETES_SERVICE_PORT: '443' }, '172.30.0.1:443'],
    [{ KUBERNETES_SERVICE_HOST: 'fd02::1', KUBERNETES_SERVICE_PORT: '443' }, '[fd02::1]:443'],
    [{ KUBERNETES_SERVICE_HOST: '172.30.0.1' }, undefined],
    [{}, undefined],
  ])('of %j is %s', (environment, expected) => {
    expect(serviceOf(environment)).toBe(expected);
  });
});
