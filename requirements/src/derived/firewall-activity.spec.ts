import type { ServiceState } from '../model/service';
import { describeUnit } from './firewall-activity';

const state = (change: Partial<ServiceState>): ServiceState => ({
  load: 'loaded',
  enablement: 'enabled',
  active: true,
  startsAtBoot: true,
  ...change,
});

describe('describeUnit', () => {
  it.each([
    ['firewalld.service', state({}), 'firewalld.service: active, enabled'],
    ['firewalld.service', state({ active: null, enablement: 'masked' }), 'firewalld.service: activity unknown, masked'],
    [
      'firewalld.service',
      state({ load: 'not-found', enablement: 'not-found', active: false }),
      'firewalld.service: not installed',
    ],
    [
      'firewalld.service',
      state({ load: 'not-found', enablement: 'not-found' }),
      'firewalld.service: active, not-found',
    ],
    ['ufw.service', state({ rulesEnabled: false }), 'ufw.service: active, enabled, ENABLED=no'],
    ['ufw.service', state({ rulesEnabled: null }), 'ufw.service: active, enabled, ENABLED=unknown'],
    ['ferm.service', undefined, 'ferm.service: not looked for'],
    ['ferm.service', state({ rulesEnabled: false }), 'ferm.service: active, enabled, ENABLED=no'],
    ['csf.service', undefined, 'csf.service: not installed'],
    ['csf.service', state({ rulesEnabled: true }), 'csf.service: active, enabled, no csf.disable'],
    ['csf.service', state({ rulesEnabled: false }), 'csf.service: active, enabled, csf.disable'],
    ['lfd.service', state({ rulesEnabled: null }), 'lfd.service: active, enabled, csf.disable unknown'],
  ] as const)('%s: %j', (unit, unitState, expected) => expect(describeUnit(unit, unitState)).toBe(expected));
});
